using Assay.Web.Layout;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Hosting;

/// <summary>What a page says instead of what was asked for.</summary>
internal static class PageFailures
{
    /// <summary>To somebody who may not see a page: where to sign in, or that it is not theirs.</summary>
    public static PageContent Refuse(Visit visit) => visit.IsSignedIn
        ? PageContent.OfStatus<FailurePage>(StatusCodes.Status403Forbidden, (nameof(FailurePage.Kind), FailureKind.Forbidden))
        : PageContent.Redirect($"/sign-in?return={Uri.EscapeDataString(visit.Here)}");

    /// <summary>The page for a failure that a reader can understand; null for a fault of our own, which goes further.</summary>
    public static PageContent? Explain(Exception failure, HttpContext context) => failure switch
    {
        AssayException { Code: ErrorCode.TemporarilyUnavailable } away => Away(context, away.Message),
        AssayException refusal => Of(StatusOf(refusal.Code), KindOf(refusal.Code), refusal.Message),
        BadInputException bad => Of(StatusCodes.Status400BadRequest, FailureKind.Refused, bad.Message),
        HttpRequestException away => Away(context, away.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(StatusCodes.Status413PayloadTooLarge, FailureKind.TooLarge, ""),
        BadHttpRequestException bad => Of(bad.StatusCode, FailureKind.Refused, ""),
        _ => null,
    };

    private static PageContent Away(HttpContext context, string message)
    {
        context.Response.Headers.RetryAfter = "5";
        return Of(StatusCodes.Status503ServiceUnavailable, FailureKind.Away, message);
    }

    private static PageContent Of(int status, FailureKind kind, string message) =>
        PageContent.OfStatus<FailurePage>(status, (nameof(FailurePage.Kind), kind), (nameof(FailurePage.Message), message));

    private static FailureKind KindOf(ErrorCode code) => code switch
    {
        ErrorCode.ResourceDoesNotExist => FailureKind.Missing,
        ErrorCode.RequestLimitExceeded => FailureKind.Busy,
        ErrorCode.InternalError => FailureKind.Fault,
        ErrorCode.PermissionDenied or ErrorCode.Unauthenticated => FailureKind.Forbidden,
        _ => FailureKind.Refused,
    };

    private static int StatusOf(ErrorCode code) => code switch
    {
        ErrorCode.ResourceDoesNotExist => StatusCodes.Status404NotFound,
        ErrorCode.RequestLimitExceeded => StatusCodes.Status429TooManyRequests,
        ErrorCode.PermissionDenied or ErrorCode.Unauthenticated => StatusCodes.Status403Forbidden,
        ErrorCode.InternalError => StatusCodes.Status500InternalServerError,
        ErrorCode.NotImplemented => StatusCodes.Status501NotImplemented,
        _ => StatusCodes.Status400BadRequest,
    };
}
