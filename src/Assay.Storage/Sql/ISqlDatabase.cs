namespace Assay.Storage.Sql;

/// <summary>A database that the stores write their SQL against: units of work over a session, whatever the engine.</summary>
internal interface ISqlDatabase : IAsyncDisposable
{
    /// <summary>Runs reads that all see one state of the database; never waits for writers.</summary>
    Task<T> ReadAsync<T>(Func<SqlSession, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// Runs work that is written whole or not at all, and returns when it is durable. The work may share its transaction with others and
    /// is run again when the database asks for it (a deadlock, a race that a unique key decided), so it must keep to the session, keep nothing
    /// from one run to the next and do nothing that cannot be undone.
    /// </summary>
    Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Gives the space of deleted rows back to the system.</summary>
    Task CompactAsync(CancellationToken cancellationToken);
}
