using Assay.Artifacts;
using Assay.Evaluations;
using Assay.LoggedModels;
using Assay.Registry;
using Assay.Storage.Evaluations;
using Assay.Storage.LoggedModels;
using Assay.Storage.Maintenance;
using Assay.Storage.Registry;
using Assay.Storage.Sql;
using Assay.Storage.Tracking;
using Assay.Tracking;

namespace Assay.Storage;

/// <summary>
/// Everything in one SQL database, whichever it is, with the artifacts beside it. Opened by <see cref="EmbeddedStore"/>. May be used by many
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

    /// <summary>What deletes for good what is in the bin.</summary>
    public GarbageCollector Garbage { get; }

    /// <inheritdoc/>
    public string Location { get; }

    /// <summary>Waits for what is being written, then lets go of files and connections.</summary>
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
