namespace Assay.Storage.Access;

/// <summary>A user to be added. No record: one would print the hash.</summary>
/// <param name="name">1 to 100 letters and digits of ASCII and <c>. _ - @ +</c>, the first a letter or a digit.</param>
/// <param name="passwordHash">What the server compares a password with.</param>
/// <param name="role">What the user may do; null for an admin when it is the store's first user, else an editor.</param>
public sealed class NewUser(string name, string passwordHash, Role? role = null)
{
    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>What the server compares a password with.</summary>
    public string PasswordHash => passwordHash;

    /// <summary>What the user may do.</summary>
    public Role? Role => role;
}
