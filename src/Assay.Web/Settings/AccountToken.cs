namespace Assay.Web.Settings;

/// <summary>A token that is used in a user's name. Its text is not part of it: that is shown once.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Name">What it is for.</param>
/// <param name="IsSession">Whether a browser holds it.</param>
/// <param name="Created">When it was made, in milliseconds since 1970.</param>
/// <param name="Expires">When it ends; null for never.</param>
/// <param name="LastUsed">When it was last seen; null for never.</param>
public sealed record AccountToken(string Id, string Name, bool IsSession, long Created, long? Expires, long? LastUsed);
