namespace Assay.Storage.Access;

/// <summary>What a server must know to trust what it remembers of users.</summary>
/// <param name="Revision">Raised by every change of users and tokens.</param>
/// <param name="HasUsers">Whether there is a user at all, disabled ones included.</param>
public sealed record AccessState(long Revision, bool HasUsers);
