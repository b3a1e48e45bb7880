namespace Assay.Web.Settings;

/// <summary>A user of the server.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="Created">Since when, in milliseconds since 1970.</param>
/// <param name="Disabled">Since when the user is refused; null for one who is let in.</param>
public sealed record Account(string Name, AccountRole Role, long Created, long? Disabled);
