using Assay.Artifacts;
using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Storage.Access;
using Assay.Storage.Evaluations;
using Assay.Storage.LoggedModels;
using Assay.Storage.Maintenance;
using Assay.Storage.Registry;
using Assay.Storage.Sql;
using Assay.Storage.Tracking;
using Assay.Tracking;

namespace Assay.Storage;

/// <summary>
/// Everything in one SQL database, whichever it is, with the artifacts beside it. Opened by <see cref="EmbeddedStore"/> or <see cref="PostgresStore"/>. May be used by many
/// threads, and the database by many processes.
/// </summary>
public sealed class SqlStore : IAssayStore
{
    private readonly ISqlDatabase _database;

    internal SqlStore(ISqlDatabase database, IArtifactStore artifacts, TimeProvider clock, string location)
    {
        _database = database;
        Location = location;
        Artifacts = artifacts;
        Tracking = new SqlTrackingStore(database, clock);
        Evaluations = new SqlEvaluationStore(database);
        Registry = new SqlRegistryStore(database, clock);
        LoggedModels = new SqlLoggedModelStore(database, clock);
        Access = new AccessStore(database, clock);
        Garbage = new GarbageCollector(database, artifacts, clock);
    }

    /// <inheritdoc/>
    public ITrackingStore Tracking { get; }

    /// <inheritdoc/>
    public IEvaluationStore Evaluations { get; }

    /// <inheritdoc/>
    public IRegistryStore Registry { get; }

    /// <inheritdoc/>
    public ILoggedModelStore LoggedModels { get; }

    /// <inheritdoc/>
    public IArtifactStore Artifacts { get; }

    /// <summary>Who may use a server over this store. No part of the contract: only what holds the database governs users.</summary>
    public AccessStore Access { get; }

    /// <summary>What deletes for good what is in the bin.</summary>
    public GarbageCollector Garbage { get; }

    /// <inheritdoc/>
    public string Location { get; }

    /// <summary>What keeps the store, with its version, and how large the database is in bytes, artifacts apart.</summary>
    public Task<(string Engine, long? Bytes)> DescribeAsync(CancellationToken cancellationToken = default) =>
        PostgresStore.IsAddress(Location) ? DescribeServerAsync(cancellationToken) : Task.FromResult((EmbeddedStore.Engine, SizeOf(Location)));

    /// <summary>Waits for what is being written, then lets go of files and connections.</summary>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private Task<(string Engine, long? Bytes)> DescribeServerAsync(CancellationToken cancellationToken) => _database.ReadAsync<(string Engine, long? Bytes)>(
        async (session, _) =>
        {
            var version = await session.FirstAsync("SELECT current_setting('server_version')", row => row.Text(0)).ConfigureAwait(false);
            return ($"PostgreSQL {version}", await session.KeyAsync("SELECT pg_database_size(current_database())").ConfigureAwait(false));
        },
        cancellationToken);

    /// <summary>The file with what is not yet moved into it.</summary>
    private static long? SizeOf(string file)
    {
        var (main, recent) = (new FileInfo(file), new FileInfo(file + "-wal"));
        return main.Exists ? main.Length + (recent.Exists ? recent.Length : 0) : null;
    }
}
