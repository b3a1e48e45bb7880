using Assay.Storage.Sql;

namespace Assay.Storage.Access;

/// <summary>The SQL of API tokens.</summary>
internal static class TokenTable
{
    private const string Columns = "t.token_id, u.name, t.name, t.created, t.expires, t.last_used, t.revoked";
    private const string Tables = "api_tokens t JOIN users u ON u.user_key = t.user_key";

    // By comparison and not by LIKE, which means other things to each database.
    private const string IsSession = "name >= 'session: ' AND name < 'session:!'";

    public static ValueTask<int> InsertAsync(SqlSession session, ApiToken token, string hash, long user) => session.ExecuteAsync(
        "INSERT INTO api_tokens (token_id, hash, user_key, name, created, expires) VALUES ($1, $2, $3, $4, $5, $6)",
        token.Id, hash, user, token.Name, token.Created, token.Expires);

    /// <summary>The token of an id, its user, and its hash, whatever their state.</summary>
    public static ValueTask<StoredToken?> FindAsync(SqlSession session, string id) => session.FirstAsync(
        $"SELECT {Columns}, u.name, u.role, u.created, u.disabled, t.hash FROM {Tables} WHERE t.token_id = $1",
        row => new StoredToken(Read(row), UserTable.Read(row, 7), row.Text(11)), id);

    /// <summary>Those behind an id, in the order of ids: of one user, or of all when the key is null.</summary>
    public static ValueTask<List<ApiToken>> ListAsync(SqlSession session, long? user, string after, int most, CancellationToken cancellationToken) =>
        user is null
            ? session.ListAsync($"SELECT {Columns} FROM {Tables} WHERE t.token_id > $1 ORDER BY t.token_id LIMIT $2", Read, cancellationToken, after, most)
            : session.ListAsync(
                $"SELECT {Columns} FROM {Tables} WHERE t.token_id > $1 AND t.user_key = $3 ORDER BY t.token_id LIMIT $2",
                Read, cancellationToken, after, most, user);

    public static ValueTask<int> RevokeAsync(SqlSession session, string id, long now) =>
        session.ExecuteAsync("UPDATE api_tokens SET revoked = $2 WHERE token_id = $1", id, now);

    /// <summary>Notes a use, unless one was noted after that time.</summary>
    public static ValueTask<int> TouchAsync(SqlSession session, string id, long now, long unlessAfter) => session.ExecuteAsync(
        "UPDATE api_tokens SET last_used = $2 WHERE token_id = $1 AND (last_used IS NULL OR last_used < $3)", id, now, unlessAfter);

    public static ValueTask<int> DeleteAsync(SqlSession session, string id) => session.ExecuteAsync("DELETE FROM api_tokens WHERE token_id = $1", id);

    /// <summary>Removes the sessions of a user that had ended before a time.</summary>
    public static ValueTask<int> DeleteSessionsAsync(SqlSession session, string user, long expiredBefore) => session.ExecuteAsync(
        $"DELETE FROM api_tokens WHERE user_key = (SELECT user_key FROM users WHERE name = $1) AND {IsSession} AND expires < $2", user, expiredBefore);

    public static ValueTask<int> DeleteOfUserAsync(SqlSession session, long user) =>
        session.ExecuteAsync("DELETE FROM api_tokens WHERE user_key = $1", user);

    private static ApiToken Read(SqlRow row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Long(3), row.LongOrNull(4), row.LongOrNull(5), row.LongOrNull(6));
}
