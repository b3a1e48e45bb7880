namespace Assay.Storage.Access;

/// <summary>A user with the password's hash. No record: one would print the hash.</summary>
public sealed class StoredPassword(User user, string hash)
{
    /// <summary>Whose it is.</summary>
    public User User => user;

    /// <summary>The hash as it was stored: this layer does not know how it is made.</summary>
    public string Hash => hash;
}
