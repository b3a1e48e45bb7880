using Assay.Server.Access;
using Assay.Storage.Access;
using Assay.Web.Settings;

namespace Assay.Server.Pages;

/// <summary>Users and tokens of the store, for the page of settings.</summary>
internal sealed class StoreAccounts(AccessStore store, TimeProvider clock) : IAccounts
{
    public async Task<Page<Account>> ListAsync(string? pageToken, CancellationToken cancellationToken)
    {
        var users = await store.ListUsersAsync(pageToken, 100, cancellationToken).ConfigureAwait(false);
        return new([.. users.Items.Select(user => new Account(user.Name, RoleOf(user.Role), user.Created, user.Disabled))], users.NextPageToken);
    }

    public Task AddAsync(string name, string password, AccountRole role, CancellationToken cancellationToken) =>
        store.AddUserAsync(new NewUser(name, Passwords.Hash(password), RoleOf(role)), cancellationToken);

    public Task SetRoleAsync(string name, AccountRole role, CancellationToken cancellationToken) =>
        store.SetRoleAsync(name, RoleOf(role), cancellationToken);

    public Task SetDisabledAsync(string name, bool disabled, CancellationToken cancellationToken) =>
        store.SetDisabledAsync(name, disabled, cancellationToken);

    public Task SetPasswordAsync(string name, string password, CancellationToken cancellationToken) =>
        store.SetPasswordAsync(name, Passwords.Hash(password), cancellationToken);

    public async Task<IReadOnlyList<AccountToken>> TokensAsync(string user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var tokens = await store.ListTokensAsync(user, cancellationToken: cancellationToken).ConfigureAwait(false);
        return
        [
            .. tokens.Items.Where(token => token.Revoked is null && !(token.Expires <= now)).OrderByDescending(token => token.Created)
                .Select(token => new AccountToken(token.Id, NameOf(token), token.IsSession, token.Created, token.Expires, token.LastUsed)),
        ];
    }

    public async Task<string> CreateTokenAsync(string user, string name, TimeSpan? lifetime, CancellationToken cancellationToken)
    {
        long? expires = lifetime is { } length ? (clock.GetUtcNow() + length).ToUnixTimeMilliseconds() : null;
        return (await store.CreateTokenAsync(user, name, expires, cancellationToken).ConfigureAwait(false)).Text;
    }

    public async Task RevokeTokenAsync(string user, string id, CancellationToken cancellationToken)
    {
        // Of others' tokens nobody learns whether they are there.
        var tokens = await store.ListTokensAsync(user, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (tokens.Items.All(token => token.Id != id))
        {
            throw new AssayException(ErrorCode.ResourceDoesNotExist, $"No token '{id}' exists");
        }

        await store.RevokeTokenAsync(id, cancellationToken).ConfigureAwait(false);
    }

    private static string NameOf(ApiToken token) => token.IsSession ? token.Name[ApiToken.SessionPrefix.Length..] : token.Name;

    private static AccountRole RoleOf(Role role) => role switch
    {
        Role.Reader => AccountRole.Reader,
        Role.Editor => AccountRole.Editor,
        _ => AccountRole.Admin,
    };

    private static Role RoleOf(AccountRole role) => role switch
    {
        AccountRole.Reader => Role.Reader,
        AccountRole.Editor => Role.Editor,
        _ => Role.Admin,
    };
}
