using Assay.Web.Visits;

namespace Assay.Web.Settings;

/// <summary>Says in the reader's language why users and tokens stay as they are.</summary>
internal static class AccountRefusals
{
    /// <summary>Of a change to a user; null for what is no refusal.</summary>
    public static AssayException? OfUser(Visit visit, string name, Exception failure) => failure switch
    {
        AssayException { Code: ErrorCode.ResourceAlreadyExists } => new(ErrorCode.ResourceAlreadyExists, visit.T["settings.user_exists", name], failure),
        AssayException { Code: ErrorCode.ResourceDoesNotExist } => new(ErrorCode.ResourceDoesNotExist, visit.T["settings.no_user", name], failure),
        AssayException { Code: ErrorCode.InvalidParameterValue } => new(ErrorCode.InvalidParameterValue, visit.T["settings.user_rule"], failure),
        BadInputException => new(ErrorCode.InvalidParameterValue, visit.T["settings.password_refused"], failure),
        _ => null,
    };

    /// <summary>Of a change to a token; null for what is no refusal.</summary>
    public static AssayException? OfToken(Visit visit, AssayException failure) => failure.Code switch
    {
        ErrorCode.ResourceDoesNotExist => new(ErrorCode.ResourceDoesNotExist, visit.T["settings.no_token"], failure),
        ErrorCode.InvalidParameterValue => new(ErrorCode.InvalidParameterValue, visit.T["settings.token_rule"], failure),
        _ => null,
    };
}
