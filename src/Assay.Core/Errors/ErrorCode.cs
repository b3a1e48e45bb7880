namespace Assay;

/// <summary>The error codes of MLflow's REST protocol that Assay raises; the server sends them by these names.</summary>
public enum ErrorCode
{
    /// <summary><c>INTERNAL_ERROR</c>: a fault of Assay's own.</summary>
    InternalError,

    /// <summary><c>INVALID_PARAMETER_VALUE</c>: the caller's value is not allowed.</summary>
    InvalidParameterValue,

    /// <summary><c>RESOURCE_ALREADY_EXISTS</c>: the name is taken.</summary>
    ResourceAlreadyExists,

    /// <summary><c>RESOURCE_DOES_NOT_EXIST</c>: nothing has that id or name.</summary>
    ResourceDoesNotExist,

    /// <summary><c>INVALID_STATE</c>: the entity is not in a state that allows this.</summary>
    InvalidState,

    /// <summary><c>TEMPORARILY_UNAVAILABLE</c>: the store cannot answer now (busy, disk full, database away); the same call may succeed later.</summary>
    TemporarilyUnavailable,

    /// <summary><c>REQUEST_LIMIT_EXCEEDED</c>: too much waits already; the same call may succeed in a moment.</summary>
    RequestLimitExceeded,

    /// <summary><c>UNAUTHENTICATED</c>: who calls is not known.</summary>
    Unauthenticated,

    /// <summary><c>PERMISSION_DENIED</c>: who calls may not do this.</summary>
    PermissionDenied,

    /// <summary><c>NOT_IMPLEMENTED</c>: part of the protocol, but not of this store.</summary>
    NotImplemented,
}
