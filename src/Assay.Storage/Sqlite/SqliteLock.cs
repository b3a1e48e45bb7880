using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>
/// The turn to write, shared with other processes on the file. Waiting polls every millisecond or so, and a writer that has held the file
/// for long leaves it alone for a moment: the engine's own waiting sleeps up to 100 ms and would starve beside a busy neighbour.
/// </summary>
internal sealed class SqliteLock(SqliteFile file)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan LongHold = TimeSpan.FromMilliseconds(60);
    private readonly TimeProvider _clock = TimeProvider.System;
    private TimeSpan _held;
    private long _began;
    private long _ended;

    /// <summary>Begins a transaction that may write; throws SQLITE_BUSY when the file stays locked for the busy time-out.</summary>
    public async Task BeginAsync(SqliteConnection connection)
    {
        await LeaveGapAsync().ConfigureAwait(false);
        await PatientlyAsync(connection, "BEGIN IMMEDIATE").ConfigureAwait(false);
        _began = _clock.GetTimestamp();
    }

    /// <summary>Makes the transaction durable.</summary>
    public async Task CommitAsync(SqliteConnection connection)
    {
        await PatientlyAsync(connection, "COMMIT").ConfigureAwait(false);
        _ended = _clock.GetTimestamp();
        _held += _clock.GetElapsedTime(_began, _ended);
    }

    private async Task LeaveGapAsync()
    {
        if (_ended != 0 && _clock.GetElapsedTime(_ended) >= Gap)
        {
            _held = TimeSpan.Zero;
        }
        else if (_held >= LongHold)
        {
            await Task.Delay(Gap).ConfigureAwait(false);
            _held = TimeSpan.Zero;
        }
    }

    private async Task PatientlyAsync(SqliteConnection connection, string statement)
    {
        var started = _clock.GetTimestamp();
        connection.SetBusyTimeout(TimeSpan.Zero);
        try
        {
            int code;
            while (((code = connection.TryRun(statement)) & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED
                && _clock.GetElapsedTime(started) < file.Options.BusyTimeout)
            {
                await Task.Delay(Poll).ConfigureAwait(false);
            }

            if (code != raw.SQLITE_OK)
            {
                throw connection.Error(code);
            }
        }
        finally
        {
            connection.SetBusyTimeout(file.Options.BusyTimeout);
        }
    }
}
