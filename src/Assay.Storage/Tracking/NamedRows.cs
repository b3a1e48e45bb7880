using Assay.Storage.Sql;

namespace Assay.Storage.Tracking;

/// <summary>Reads rows of key and value of many runs: all of them, or those of a few keys, which costs nothing for the others.</summary>
internal static class NamedRows
{
    /// <param name="session">Where to read.</param>
    /// <param name="select">The statement up to its table, which has the columns <c>run_key</c> and <c>key</c>.</param>
    /// <param name="runs">The runs, as <see cref="SqlDialect.Keys"/> makes them.</param>
    /// <param name="names">The keys; null for all.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ValueTask<List<T>> ListAsync<T>(
        SqlSession session, string select, object runs, IReadOnlyCollection<string>? names, Func<SqlRow, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var dialect = session.Dialect;
        return names switch
        {
            null => session.ListAsync($"{select} WHERE {dialect.KeyIn("run_key", "$1")} ORDER BY run_key, key", read, cancellationToken, runs),
            { Count: 0 } => ValueTask.FromResult<List<T>>([]),
            _ => session.ListAsync(
                $"{select} WHERE {dialect.KeyAndTextIn("run_key", "$1", "key", "$2")} ORDER BY run_key, key",
                read, cancellationToken, runs, dialect.Texts(names)),
        };
    }
}
