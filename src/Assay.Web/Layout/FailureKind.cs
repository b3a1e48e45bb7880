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

    /// <summary>The store does not answer now.</summary>
    Away,

    /// <summary>A fault of the server's own.</summary>
    Fault,
}
