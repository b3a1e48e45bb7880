namespace Assay.Models;

/// <summary>What an HTTP status that is no success means for the call.</summary>
internal static class StatusFailure
{
    public static ModelFailure Of(int status) => status switch
    {
        401 or 403 => ModelFailure.Unauthorized,
        429 => ModelFailure.Throttled,
        408 or >= 500 => ModelFailure.ServiceError,
        _ => ModelFailure.Rejected,
    };
}
