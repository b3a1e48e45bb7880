using Assay.Storage.Sql;

namespace Assay.Storage.Access;

/// <summary>The SQL of users.</summary>
internal static class UserTable
{
    private const string Columns = "name, role, created, disabled";

    /// <summary>Inserts; false when the name is taken.</summary>
    public static async Task<bool> InsertAsync(SqlSession session, string name, string passwordHash, Role role, long now) =>
        await session.ExecuteAsync(
            "INSERT INTO users (name, password_hash, role, created) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING",
            name, passwordHash, (int)role, now).ConfigureAwait(false) > 0;

    public static ValueTask<User?> FindAsync(SqlSession session, string name) =>
        session.FirstAsync($"SELECT {Columns} FROM users WHERE name = $1", row => Read(row, 0), name);

    public static async Task<User> GetAsync(SqlSession session, string name) =>
        await FindAsync(session, name).ConfigureAwait(false) ?? throw Unknown(name);

    public static async Task<long> KeyAsync(SqlSession session, string name) =>
        await session.KeyAsync("SELECT user_key FROM users WHERE name = $1", name).ConfigureAwait(false) ?? throw Unknown(name);

    public static ValueTask<StoredPassword?> FindPasswordAsync(SqlSession session, string name) => session.FirstAsync(
        $"SELECT {Columns}, password_hash FROM users WHERE name = $1", row => new StoredPassword(Read(row, 0), row.Text(4)), name);

    /// <summary>Those behind a name, in the order of names.</summary>
    public static ValueTask<List<User>> ListAsync(SqlSession session, string after, int most, CancellationToken cancellationToken) => session.ListAsync(
        $"SELECT {Columns} FROM users WHERE name > $1 ORDER BY name LIMIT $2", row => Read(row, 0), cancellationToken, after, most);

    public static async Task<bool> AnyAsync(SqlSession session) =>
        await session.KeyAsync("SELECT user_key FROM users LIMIT 1").ConfigureAwait(false) is not null;

    public static ValueTask<int> SetPasswordAsync(SqlSession session, string name, string hash) =>
        session.ExecuteAsync("UPDATE users SET password_hash = $2 WHERE name = $1", name, hash);

    public static ValueTask<int> SetRoleAsync(SqlSession session, string name, Role role) =>
        session.ExecuteAsync("UPDATE users SET role = $2 WHERE name = $1", name, (int)role);

    public static ValueTask<int> SetDisabledAsync(SqlSession session, string name, long? since) =>
        session.ExecuteAsync("UPDATE users SET disabled = $2 WHERE name = $1", name, since);

    /// <summary>Removes a user, whose tokens are gone already.</summary>
    public static ValueTask<int> DeleteAsync(SqlSession session, long key) => session.ExecuteAsync("DELETE FROM users WHERE user_key = $1", key);

    /// <summary>A user whose columns begin at that one.</summary>
    public static User Read(SqlRow row, int first) =>
        new(row.Text(first), (Role)row.Int(first + 1), row.Long(first + 2), row.LongOrNull(first + 3));

    private static AssayException Unknown(string name) => new(ErrorCode.ResourceDoesNotExist, $"No user '{name}' exists");
}
