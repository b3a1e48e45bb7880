namespace Assay.Storage.Access;

/// <summary>Sessions of browsers: tokens that end by themselves, and with the password.</summary>
public sealed partial class AccessStore
{
    /// <summary>Makes a token for a browser that signed in; the user's sessions that have ended are forgotten.</summary>
    /// <param name="user">Who signed in.</param>
    /// <param name="browser">What the browser is, for the list of tokens.</param>
    /// <param name="lifetime">How long the session goes at most.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<NewApiToken> BeginSessionAsync(string user, string browser, TimeSpan lifetime, CancellationToken cancellationToken = default)
    {
        var name = ApiToken.SessionPrefix + browser;
        UserRules.CheckTokenName(name);
        var (id, text) = TokenText.Create();
        var now = Now;
        var token = new ApiToken(id, user, name, now, now + (long)lifetime.TotalMilliseconds, null, null);

        // The revision stays: what servers remember of others is as good as before.
        return _database.WriteAsync(
            async session =>
            {
                var key = await UserTable.KeyAsync(session, user).ConfigureAwait(false);
                await TokenTable.DeleteSessionsAsync(session, user, expiredBefore: now).ConfigureAwait(false);
                await TokenTable.InsertAsync(session, token, TokenText.Hash(text), key).ConfigureAwait(false);
                return new NewApiToken(token, text);
            },
            cancellationToken);
    }

    /// <summary>Ends the session whose token a text is; nothing when it is none.</summary>
    public async Task EndSessionAsync(string text, CancellationToken cancellationToken = default)
    {
        if (await FindTokenAsync(text, cancellationToken).ConfigureAwait(false) is { Token: { IsSession: true } token })
        {
            await ChangeAsync(async session => await TokenTable.DeleteAsync(session, token.Id).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
    }
}
