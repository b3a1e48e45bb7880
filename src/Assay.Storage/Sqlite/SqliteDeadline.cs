using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>
/// Stops a reading connection's statements when their caller has gone away or their time is up: the engine asks every so many of its steps.
/// </summary>
internal sealed class SqliteDeadline
{
    private const int StepsBetween = 10_000;
    private readonly delegate_progress _ask;
    private CancellationToken _cancel;
    private long _end;

    public SqliteDeadline(SqliteConnection connection)
    {
        _ask = _ => ShouldStop ? 1 : 0;
        raw.sqlite3_progress_handler(connection.Handle, StepsBetween, _ask, null);
    }

    /// <summary>Whether the time is up, as against a caller that has gone away.</summary>
    public bool IsOver => _end != 0 && TimeProvider.System.GetTimestamp() > _end;

    private bool ShouldStop => _cancel.IsCancellationRequested || IsOver;

    /// <summary>Begins to watch for a piece of work.</summary>
    public void Begin(TimeSpan? limit, CancellationToken cancellationToken)
    {
        _cancel = cancellationToken;
        _end = limit is { } time ? TimeProvider.System.GetTimestamp() + (long)(time.TotalSeconds * TimeProvider.System.TimestampFrequency) : 0;
    }

    /// <summary>Ends watching: the transaction must be let go of, whatever the time.</summary>
    public void End() => Begin(null, CancellationToken.None);
}
