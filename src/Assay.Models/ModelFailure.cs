namespace Assay.Models;

/// <summary>Why a model gave no answer: decides whether to try again, and whether to go on with other rows.</summary>
public enum ModelFailure
{
    /// <summary>No connection, or it dropped. Tried again; when no call at all connects, the evaluation ends.</summary>
    Unreachable,

    /// <summary>Too many requests (429). Tried again after the wait that the service asks for.</summary>
    Throttled,

    /// <summary>The service failed (408, 5xx) or its answer does not parse. Tried again.</summary>
    ServiceError,

    /// <summary>No answer within the row's time. Tried again is up to the limits around it.</summary>
    TimedOut,

    /// <summary>The key is missing, refused or not allowed (401, 403). Ends the evaluation.</summary>
    Unauthorized,

    /// <summary>The service refused this request (another 4xx). Fails the row only.</summary>
    Rejected,

    /// <summary>The recording has no such call.</summary>
    NotRecorded,

    /// <summary>The money that calls may cost is spent, or what they cost cannot be told. Ends the evaluation.</summary>
    OverBudget,
}
