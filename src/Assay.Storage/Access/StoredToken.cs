namespace Assay.Storage.Access;

/// <summary>A token as it is stored. No record: one would print the hash.</summary>
internal sealed class StoredToken(ApiToken token, User user, string hash)
{
    public ApiToken Token => token;

    public User User => user;

    public string Hash => hash;
}
