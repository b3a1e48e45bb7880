namespace Assay.Tracking;

/// <summary>
/// Experiments and runs, with MLflow's entities and rules. A call returns when what it wrote is durable; a call that throws has written
/// nothing. Refusals are <see cref="AssayException"/>s with MLflow's codes and messages. Safe for concurrent use.
/// </summary>
public interface ITrackingStore
{
    /// <summary>Creates an experiment and returns it.</summary>
    Task<Experiment> CreateExperimentAsync(NewExperiment experiment, CancellationToken cancellationToken = default);

    /// <summary>The experiment of that id, deleted or not. Throws when there is none.</summary>
    Task<Experiment> GetExperimentAsync(string experimentId, CancellationToken cancellationToken = default);

    /// <summary>The experiment of that name, deleted or not; null when there is none.</summary>
    Task<Experiment?> FindExperimentAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>A page of experiments.</summary>
    Task<Page<Experiment>> SearchExperimentsAsync(ExperimentQuery query, CancellationToken cancellationToken = default);

    /// <summary>Gives an active experiment another name.</summary>
    Task RenameExperimentAsync(string experimentId, string name, CancellationToken cancellationToken = default);

    /// <summary>Deletes or restores an experiment, and its runs with it.</summary>
    Task SetExperimentStageAsync(string experimentId, LifecycleStage stage, CancellationToken cancellationToken = default);

    /// <summary>Writes a note on an active experiment.</summary>
    Task SetExperimentTagAsync(string experimentId, Tag tag, CancellationToken cancellationToken = default);

    /// <summary>Removes a note; throws when there is none of that key.</summary>
    Task DeleteExperimentTagAsync(string experimentId, string key, CancellationToken cancellationToken = default);

    /// <summary>Creates a run in an active experiment and returns it.</summary>
    Task<Run> CreateRunAsync(NewRun run, CancellationToken cancellationToken = default);

    /// <summary>The run with all that was logged, deleted or not. Throws when there is none.</summary>
    Task<Run> GetRunAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>A page of runs, each with its latest metrics, parameters, tags and inputs.</summary>
    Task<Page<Run>> SearchRunsAsync(RunQuery query, CancellationToken cancellationToken = default);

    /// <summary>Changes status, end or name of an active run and returns it.</summary>
    Task<Run> UpdateRunAsync(string runId, RunUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes or restores a run.</summary>
    Task SetRunStageAsync(string runId, LifecycleStage stage, CancellationToken cancellationToken = default);

    /// <summary>Logs metrics, parameters and tags to an active run: all or nothing.</summary>
    Task LogBatchAsync(string runId, RunBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Records the data sets that an active run read; the same data set twice is once.</summary>
    Task LogInputsAsync(string runId, IReadOnlyList<DatasetInput> inputs, CancellationToken cancellationToken = default);

    /// <summary>Records the logged models that an active run read; the same model twice is once.</summary>
    Task LogModelInputsAsync(string runId, IReadOnlyList<string> modelIds, CancellationToken cancellationToken = default);

    /// <summary>Records the logged models that an active run made; the same model at the same step twice is once.</summary>
    Task LogModelOutputsAsync(string runId, IReadOnlyList<ModelOutput> outputs, CancellationToken cancellationToken = default);

    /// <summary>The data sets that active runs of the experiments read: at most 1,000, the most recent first.</summary>
    Task<IReadOnlyList<DatasetSummary>> SearchDatasetsAsync(IReadOnlyList<string> experimentIds, CancellationToken cancellationToken = default);

    /// <summary>Removes a note from an active run; throws when there is none of that key.</summary>
    Task DeleteRunTagAsync(string runId, string key, CancellationToken cancellationToken = default);

    /// <summary>A page of a metric's points, oldest first (by timestamp, step, then value).</summary>
    Task<Page<Metric>> GetMetricHistoryAsync(
        string runId, string key, int maxResults = 25_000, string? pageToken = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// How many runs a query finds on all its pages; <see cref="RunQuery.MostCounted"/> + 1 for any number above that; null when it cannot be told
    /// without reading them.
    /// </summary>
    Task<long?> CountRunsAsync(RunQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// A page of the keys that runs have. A store that keeps a list of them may still have keys on it that no run has any more; one that keeps none
    /// looks at the newest runs only.
    /// </summary>
    Task<Page<string>> SearchRunKeysAsync(RunKeyQuery query, CancellationToken cancellationToken = default);

    /// <summary>A metric of several runs in columns, in the order in which the runs were named; a run without that metric has none.</summary>
    Task<IReadOnlyList<MetricEnvelope>> GetMetricEnvelopesAsync(MetricEnvelopeQuery query, CancellationToken cancellationToken = default);

    /// <summary>Points of one metric of several runs, thinned evenly by step, ordered by run, then by step.</summary>
    Task<IReadOnlyList<RunMetric>> GetSampledHistoryAsync(SampledHistoryQuery query, CancellationToken cancellationToken = default);
}
