using Assay.Web.Hosting;
using Assay.Web.Layout;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Safety;

/// <summary>Refuses requests that a foreign page has sent through somebody's browser, and tells browsers not to guess and not to be framed.</summary>
internal sealed class SafetyMiddleware(RequestDelegate next, HostGuard guard, FailurePages pages)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";

        // Probes of load balancers come by whatever name; style sheet and scripts are the same for all, and the refusal's page needs them.
        if (!guard.AllowsHost(request.Host) && request.Path != "/health" && !request.Path.StartsWithSegments(SiteAssets.Root))
        {
            return RefuseAsync(context, FailureKind.Host, "Invalid Host header - possible DNS rebinding attack detected");
        }

        if (request.Headers.Origin is [{ Length: > 0 } origin, ..] && ChangesSomething(request.Method) && !guard.AllowsOrigin(origin, request.Host))
        {
            return RefuseAsync(context, FailureKind.Elsewhere, "Cross-origin request blocked");
        }

        return next(context);
    }

    private static bool ChangesSomething(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private Task RefuseAsync(HttpContext context, FailureKind kind, string why)
    {
        if (FailurePages.Suits(context.Request))
        {
            return pages.WriteAloneAsync(context, StatusCodes.Status403Forbidden, kind);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = why.Length;
        return context.Response.WriteAsync(why);
    }
}
