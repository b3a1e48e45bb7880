using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Assay.Storage.Access;
using Microsoft.Extensions.Logging;

namespace Assay.Server.Access;

/// <summary>Finds out whose credentials are given.</summary>
internal sealed partial class SignIn(
    AccessStore store, SignInCache cache, SignInBrake brake, PasswordCheck passwords, ILogger<SignIn> logger)
{
    private readonly ConcurrentDictionary<(CredentialKey Key, long Revision), Lazy<Task<Caller?>>> _underWay = [];

    /// <summary>Who it is; null when the credentials are wrong, whatever is wrong with them.</summary>
    /// <exception cref="WaitException">Too many attempts failed: this one was not looked at.</exception>
    public async Task<Caller?> FindAsync(Credentials credentials, IPAddress? address, long revision, CancellationToken cancellationToken)
    {
        var key = CredentialKey.Of(credentials);
        if (cache.Find(key, revision) is { } known)
        {
            return known;
        }

        // A program that opens many connections at once signs in once. An attempt begun before a change of users may have read what was before
        // it, and does not count after; and it runs apart, since it would hold the threads of all who wait for it while it compares.
        var attempt = _underWay.GetOrAdd(
            (key, revision), _ => new(() => Task.Run(() => AskOnceAsync(key, credentials, address, revision), CancellationToken.None)));
        return await attempt.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Caller?> AskOnceAsync(CredentialKey key, Credentials credentials, IPAddress? address, long revision)
    {
        try
        {
            return await AskAsync(key, credentials, address, revision).ConfigureAwait(false);
        }
        finally
        {
            _underWay.TryRemove((key, revision), out _);
        }
    }

    private async Task<Caller?> AskAsync(CredentialKey key, Credentials credentials, IPAddress? address, long revision)
    {
        if (credentials.IsToken)
        {
            return await AskTokenAsync(key, credentials, revision).ConfigureAwait(false);
        }

        var user = credentials.User!;
        if (brake.Begin(user, address) is { } wait)
        {
            throw new WaitException(wait);
        }

        var (stored, isRight) = await CompareAsync(user, credentials.Secret, address).ConfigureAwait(false);
        if (!isRight || stored is not { User.Disabled: null })
        {
            // A name that is unknown may be a password in the wrong place: it is not written down.
            LogFailure(stored is null ? "somebody unknown" : user, address);
            return null;
        }

        brake.Succeed(user, address);
        var caller = new Caller(stored.User.Name, stored.User.Role);
        cache.Add(key, caller, revision, expires: null);
        return caller;
    }

    /// <summary>What is kept of a user, and whether the password is right. An attempt that could not be looked at is not a failed one.</summary>
    private async Task<(StoredPassword? Stored, bool IsRight)> CompareAsync(string user, string secret, IPAddress? address)
    {
        try
        {
            var stored = await store.FindPasswordAsync(user).ConfigureAwait(false);
            return (stored, await passwords.VerifyAsync(stored?.Hash ?? Passwords.HashOfNobody, secret).ConfigureAwait(false));
        }
        catch
        {
            brake.Withdraw(user, address);
            throw;
        }
    }

    /// <summary>Tokens cannot be guessed: wrong ones are not counted, or a forgotten job would lock out its neighbours behind a proxy.</summary>
    private async Task<Caller?> AskTokenAsync(CredentialKey key, Credentials credentials, long revision)
    {
        if (await store.FindTokenAsync(credentials.Secret).ConfigureAwait(false) is not { } holder
            || (credentials.User is { } user && user != holder.User.Name)
            || credentials.IsSession != holder.Token.IsSession)
        {
            return null;
        }

        var (owner, token) = (holder.User, holder.Token);
        var caller = new Caller(owner.Name, owner.Role, token.Id, token.IsSession);
        cache.Add(key, caller, revision, token.Expires is { } expires ? DateTimeOffset.FromUnixTimeMilliseconds(expires) : null);
        _ = NoteUseAsync(token.Id);
        return caller;
    }

    /// <summary>Not waited for: when it was last used is good to know, and no reason to hold up or to refuse a request.</summary>
    private async Task NoteUseAsync(string tokenId)
    {
        try
        {
            await store.NoteUseAsync(tokenId).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AssayException or ObjectDisposedException)
        {
            LogNotNoted(tokenId, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in of {User} from {Address} failed.")]
    private partial void LogFailure(string user, IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The use of token {TokenId} was not noted: {Reason}")]
    private partial void LogNotNoted(string tokenId, string reason);

    /// <summary>An attempt came too soon after others that failed.</summary>
    internal sealed class WaitException(TimeSpan wait) : Exception
    {
        /// <summary>Whole seconds to wait, for the header <c>Retry-After</c>.</summary>
        public string Seconds { get; } = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}
