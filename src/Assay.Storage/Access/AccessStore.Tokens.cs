namespace Assay.Storage.Access;

/// <summary>API tokens.</summary>
public sealed partial class AccessStore
{
    private static readonly TimeSpan UseNotedAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token for a user.</summary>
    /// <param name="user">In whose name it is used.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="expires">From when on it is refused, in milliseconds since 1970-01-01 UTC; null for never.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<NewApiToken> CreateTokenAsync(string user, string name, long? expires, CancellationToken cancellationToken = default)
    {
        UserRules.CheckTokenName(name);
        UserRules.CheckNoSession(name);
        var (id, text) = TokenText.Create();
        var token = new ApiToken(id, user, name, Now, expires, null, null);
        return ChangeAsync(
            async session =>
            {
                await TokenTable.InsertAsync(session, token, TokenText.Hash(text), await UserTable.KeyAsync(session, user).ConfigureAwait(false))
                    .ConfigureAwait(false);
                return new NewApiToken(token, text);
            },
            cancellationToken);
    }

    /// <summary>Whose token a text is; null when it is none, was revoked, has expired, or its user is disabled.</summary>
    public async Task<TokenHolder?> FindTokenAsync(string text, CancellationToken cancellationToken = default)
    {
        if (TokenText.IdIn(text) is not { } id)
        {
            return null;
        }

        var stored = await _database.ReadAsync((session, _) => TokenTable.FindAsync(session, id).AsTask(), cancellationToken).ConfigureAwait(false);
        return stored is { Token: { Revoked: null } token, User: { Disabled: null } user } && TokenText.HasHash(text, stored.Hash)
            && (token.Expires is null || token.Expires > Now)
            ? new TokenHolder(user, token)
            : null;
    }

    /// <summary>Tokens in the order of their ids, of one user or of all, those that are no longer good included.</summary>
    public Task<Page<ApiToken>> ListTokensAsync(
        string? user = null, string? pageToken = null, int maxResults = 1000, CancellationToken cancellationToken = default)
    {
        var purpose = $"tokens {user}";
        var after = PageToken.Decode(pageToken, purpose, 1)?.Text(0) ?? "";
        return _database.ReadAsync(
            async (session, cancel) =>
            {
                long? key = user is null ? null : await UserTable.KeyAsync(session, user).ConfigureAwait(false);
                var found = await TokenTable.ListAsync(session, key, after, maxResults + 1, cancel).ConfigureAwait(false);
                return Cut(found, maxResults, purpose, token => token.Id);
            },
            cancellationToken);
    }

    /// <summary>Refuses a token from now on; one that was revoked before stays as it is.</summary>
    public Task<ApiToken> RevokeTokenAsync(string id, CancellationToken cancellationToken = default) => ChangeAsync(
        async session =>
        {
            var stored = await TokenTable.FindAsync(session, id).ConfigureAwait(false)
                ?? throw new AssayException(ErrorCode.ResourceDoesNotExist, $"No token '{id}' exists");
            var now = stored.Token.Revoked ?? Now;
            await TokenTable.RevokeAsync(session, id, now).ConfigureAwait(false);
            return stored.Token with { Revoked = now };
        },
        cancellationToken);

    /// <summary>Notes that a token was used; once a minute at most.</summary>
    public Task NoteUseAsync(string id, CancellationToken cancellationToken = default)
    {
        var now = Now;
        return _database.WriteAsync(
            async session => await TokenTable.TouchAsync(session, id, now, now - (long)UseNotedAgainAfter.TotalMilliseconds).ConfigureAwait(false),
            cancellationToken);
    }
}
