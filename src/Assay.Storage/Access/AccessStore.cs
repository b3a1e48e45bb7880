using Assay.Storage.Sql;

namespace Assay.Storage.Access;

/// <summary>
/// Users and their API tokens. Refuses unknown and invalid names with an <see cref="AssayException"/>. Servers that remember sign-ins ask
/// <see cref="ReadStateAsync"/> whether something has changed.
/// </summary>
/// <remarks>
/// Rights are a role for the whole store so far. Rights by experiment or workspace belong in a table of their own beside these (user,
/// workspace, kind and id of the entity, level), raising the same revision; the server asks in one place, where it compares a route's need
/// with the caller's role.
/// </remarks>
public sealed partial class AccessStore
{
    private readonly ISqlDatabase _database;
    private readonly TimeProvider _clock;

    internal AccessStore(ISqlDatabase database, TimeProvider clock) => (_database, _clock) = (database, clock);

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Whether there are users, and the number of changes so far.</summary>
    public Task<AccessState> ReadStateAsync(CancellationToken cancellationToken = default) => _database.ReadAsync(
        async (session, _) => new AccessState(
            await RevisionTable.ReadAsync(session).ConfigureAwait(false) ?? 0, await UserTable.AnyAsync(session).ConfigureAwait(false)),
        cancellationToken);

    /// <summary>Adds a user.</summary>
    public Task<User> AddUserAsync(NewUser user, CancellationToken cancellationToken = default)
    {
        UserRules.CheckName(user.Name);
        return ChangeAsync(
            async session =>
            {
                var role = user.Role ?? (await UserTable.AnyAsync(session).ConfigureAwait(false) ? Role.Editor : Role.Admin);
                return await UserTable.InsertAsync(session, user.Name, user.PasswordHash, role, Now).ConfigureAwait(false)
                    ? await UserTable.GetAsync(session, user.Name).ConfigureAwait(false)
                    : throw new AssayException(ErrorCode.ResourceAlreadyExists, $"User '{user.Name}' already exists.");
            },
            cancellationToken);
    }

    /// <summary>The user of that name; null when there is none.</summary>
    public Task<User?> FindUserAsync(string name, CancellationToken cancellationToken = default) =>
        _database.ReadAsync((session, _) => UserTable.FindAsync(session, name).AsTask(), cancellationToken);

    /// <summary>The user of that name with the password's hash; null when there is none. A disabled user is given too.</summary>
    public Task<StoredPassword?> FindPasswordAsync(string name, CancellationToken cancellationToken = default) =>
        _database.ReadAsync((session, _) => UserTable.FindPasswordAsync(session, name).AsTask(), cancellationToken);

    /// <summary>Users in the order of their names.</summary>
    public Task<Page<User>> ListUsersAsync(string? pageToken = null, int maxResults = 1000, CancellationToken cancellationToken = default)
    {
        var after = PageToken.Decode(pageToken, "users", 1)?.Text(0) ?? "";
        return _database.ReadAsync(
            async (session, cancel) => Cut(
                await UserTable.ListAsync(session, after, maxResults + 1, cancel).ConfigureAwait(false), maxResults, "users", user => user.Name),
            cancellationToken);
    }

    /// <summary>Gives a user another password. What browsers hold ends; other tokens stay as they are.</summary>
    public Task<User> SetPasswordAsync(string name, string passwordHash, CancellationToken cancellationToken = default) => ChangeUserAsync(
        name,
        async session =>
        {
            await TokenTable.DeleteSessionsAsync(session, name, expiredBefore: long.MaxValue).ConfigureAwait(false);
            return await UserTable.SetPasswordAsync(session, name, passwordHash).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Gives a user another role.</summary>
    public Task<User> SetRoleAsync(string name, Role role, CancellationToken cancellationToken = default) =>
        ChangeUserAsync(name, session => UserTable.SetRoleAsync(session, name, role), cancellationToken);

    /// <summary>Refuses a user and the user's tokens from now on, or lets them in again.</summary>
    public Task<User> SetDisabledAsync(string name, bool disabled, CancellationToken cancellationToken = default) =>
        ChangeUserAsync(name, session => UserTable.SetDisabledAsync(session, name, disabled ? Now : null), cancellationToken);

    /// <summary>Removes a user and the user's tokens. What the user logged stays.</summary>
    public Task RemoveUserAsync(string name, CancellationToken cancellationToken = default) => ChangeAsync(
        async session =>
        {
            var key = await UserTable.KeyAsync(session, name).ConfigureAwait(false);
            await TokenTable.DeleteOfUserAsync(session, key).ConfigureAwait(false);
            return await UserTable.DeleteAsync(session, key).ConfigureAwait(false);
        },
        cancellationToken);

    private Task<User> ChangeUserAsync(string name, Func<SqlSession, ValueTask<int>> change, CancellationToken cancellationToken) => ChangeAsync(
        async session =>
        {
            await change(session).ConfigureAwait(false);
            return await UserTable.GetAsync(session, name).ConfigureAwait(false);
        },
        cancellationToken);

    private Task<T> ChangeAsync<T>(Func<SqlSession, Task<T>> change, CancellationToken cancellationToken) => _database.WriteAsync(
        async session =>
        {
            await RevisionTable.RaiseAsync(session).ConfigureAwait(false);
            return await change(session).ConfigureAwait(false);
        },
        cancellationToken);

    private static Page<T> Cut<T>(List<T> found, int maxResults, string purpose, Func<T, string> place) => found.Count <= maxResults
        ? new(found, null)
        : new(found[..maxResults], PageToken.Encode(purpose, place(found[maxResults - 1])));
}
