namespace Assay.Web.Layout;

/// <summary>Why a page cannot be shown.</summary>
public enum FailureKind
{
    /// <summary>There is no such thing.</summary>
    Missing,

    /// <summary>The visitor may not see or do it.</summary>
    Forbidden,

    /// <summary>What was asked for cannot be.</summary>
    Refused,

    /// <summary>The address takes a form, or takes none.</summary>
    Method,

    /// <summary>More was sent than the server takes.</summary>
    TooLarge,

    /// <summary>The server was called by a name that it does not have.</summary>
    Host,

    /// <summary>A page of another site sent what only pages of ours may.</summary>
    Elsewhere,

    /// <summary>Too much is asked for now.</summary>
    Busy,

    /// <summary>The store does not answer now.</summary>
    Away,

    /// <summary>A fault of the server's own.</summary>
    Fault,
}
