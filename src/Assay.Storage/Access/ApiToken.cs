namespace Assay.Storage.Access;

/// <summary>A key that a program uses in a user's name. The key itself is shown once, when it is made, and not kept.</summary>
/// <param name="Id">Twelve hexadecimal digits that stand in the key too: <c>assay_ID_…</c>. No secret.</param>
/// <param name="User">In whose name it is used.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Created">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="Expires">From when on it is refused, in the same unit; null for never.</param>
/// <param name="LastUsed">When it was last seen, to a few minutes; null for never.</param>
/// <param name="Revoked">Since when it is refused; null for one that was not revoked.</param>
public sealed record ApiToken(string Id, string User, string Name, long Created, long? Expires, long? LastUsed, long? Revoked)
{
    /// <summary>How the names of tokens that a browser holds after signing in begin; no other token may be named so.</summary>
    public const string SessionPrefix = "session: ";

    /// <summary>Whether a browser holds it in a cookie: it is good for pages only.</summary>
    public bool IsSession => Name.StartsWith(SessionPrefix, StringComparison.Ordinal);
}
