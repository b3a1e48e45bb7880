namespace Assay.Storage.Sql;

/// <summary>
/// A connection that keeps its statements prepared, used by one unit of work at a time. Parameters are <c>$1</c>, <c>$2</c> …; their values
/// are null, text, bytes, integers and doubles that are numbers.
/// </summary>
internal abstract class SqlSession : IDisposable
{
    public abstract SqlDialect Dialect { get; }

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public abstract ValueTask<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> arguments);

    /// <summary>Runs a statement of which nothing is to be known: it may travel with what follows, and its failure show only there.</summary>
    public abstract ValueTask PostAsync(string sql, params ReadOnlySpan<object?> arguments);

    /// <summary>Inserts rows, each of the values that the insert names; may travel with what follows, as <see cref="PostAsync"/>.</summary>
    public abstract ValueTask InsertAsync(SqlInsert insert, IReadOnlyList<object?[]> rows);

    /// <summary>Inserts rows, and reads what the insert returns of them, in no certain order.</summary>
    public abstract ValueTask<List<T>> InsertAsync<T>(SqlInsert insert, IReadOnlyList<object?[]> rows, Func<SqlRow, T> read);

    /// <summary>The first row; default when there is none.</summary>
    public abstract ValueTask<T?> FirstAsync<T>(string sql, Func<SqlRow, T> read, params ReadOnlySpan<object?> arguments);

    /// <summary>All rows. What may be many is asked for in pages.</summary>
    public abstract ValueTask<List<T>> ListAsync<T>(
        string sql, Func<SqlRow, T> read, CancellationToken cancellationToken, params ReadOnlySpan<object?> arguments);

    /// <summary>The integer in the first column of the first row; null when there is no row, or NULL is in it.</summary>
    public ValueTask<long?> KeyAsync(string sql, params ReadOnlySpan<object?> arguments) => FirstAsync(sql, ReadKey, arguments);

    public abstract void Dispose();

    private static readonly Func<SqlRow, long?> ReadKey = row => row.LongOrNull(0);
}
