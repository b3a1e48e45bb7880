using Assay.Storage.Sql;

namespace Assay.Storage.Sqlite;

/// <summary>A piece of work in the writer's queue, and the promise that its caller waits for.</summary>
internal abstract class SqliteWrite(CancellationToken cancellationToken)
{
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Does the work inside the transaction. What it throws concerns this work alone.</summary>
    public abstract Task ApplyAsync(SqlSession session);

    /// <summary>The transaction is durable: the caller may go on.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception error);

    public abstract void Cancel();
}

internal sealed class SqliteWrite<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken) : SqliteWrite(cancellationToken)
{
    private readonly TaskCompletionSource<T> _promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _promise.Task;

    public override async Task ApplyAsync(SqlSession session) => _result = await work(session).ConfigureAwait(false);

    public override void Complete() => _promise.TrySetResult(_result!);

    public override void Fail(Exception error) => _promise.TrySetException(error);

    public override void Cancel() => _promise.TrySetCanceled(CancellationToken);
}
