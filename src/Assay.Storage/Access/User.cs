namespace Assay.Storage.Access;

/// <summary>Somebody who may use a server. The password is not part of it.</summary>
/// <param name="Name">Unique, letters' case included.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="Created">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="Disabled">Since when the user is refused, in the same unit; null for one who is let in.</param>
public sealed record User(string Name, Role Role, long Created, long? Disabled);
