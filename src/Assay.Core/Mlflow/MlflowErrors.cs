namespace Assay.Mlflow;

/// <summary>How MLflow writes error codes, and the HTTP status that goes with each.</summary>
internal static class MlflowErrors
{
    private static readonly (ErrorCode Code, string Name, int Status)[] Table =
    [
        (ErrorCode.InternalError, "INTERNAL_ERROR", 500),
        (ErrorCode.InvalidParameterValue, "INVALID_PARAMETER_VALUE", 400),
        (ErrorCode.ResourceAlreadyExists, "RESOURCE_ALREADY_EXISTS", 400),
        (ErrorCode.ResourceDoesNotExist, "RESOURCE_DOES_NOT_EXIST", 404),
        (ErrorCode.InvalidState, "INVALID_STATE", 400),
        (ErrorCode.TemporarilyUnavailable, "TEMPORARILY_UNAVAILABLE", 503),
        (ErrorCode.RequestLimitExceeded, "REQUEST_LIMIT_EXCEEDED", 429),
        (ErrorCode.Unauthenticated, "UNAUTHENTICATED", 401),
        (ErrorCode.PermissionDenied, "PERMISSION_DENIED", 403),
        (ErrorCode.NotImplemented, "NOT_IMPLEMENTED", 501),
    ];

    public static string Name(ErrorCode code) => Array.Find(Table, row => row.Code == code).Name;

    public static int Status(ErrorCode code) => Array.Find(Table, row => row.Code == code).Status;

    /// <summary>The code of that name; <see cref="ErrorCode.InternalError"/> for one that is not known.</summary>
    public static ErrorCode Code(string? name) => Array.Find(Table, row => row.Name == name).Code;
}
