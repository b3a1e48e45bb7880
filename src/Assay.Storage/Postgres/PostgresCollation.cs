using Npgsql;

namespace Assay.Storage.Postgres;

/// <summary>Which collation folds letters of every alphabet: servers differ in what they were built with.</summary>
internal static class PostgresCollation
{
    private static readonly string[] Known = ["pg_c_utf8", "und-x-icu", "C.utf8", "C.UTF-8", "en_US.utf8"];

    /// <summary>Its quoted name. Without any, the database's own.</summary>
    public static async Task<string> FindAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "SELECT collname FROM pg_collation WHERE collname = ANY($1) AND collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding())) "
            + "ORDER BY array_position($1, collname::text) LIMIT 1");
        command.Parameters.Add(PostgresValue.Parameter(Known));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string name ? $"\"{name}\"" : "\"default\"";
    }
}
