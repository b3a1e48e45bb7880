using Assay.Tracking;

namespace Assay.Client;

/// <summary>
/// Logs what a program does as runs of an experiment, over any store: a server, or an embedded file. Safe for concurrent use.
/// </summary>
/// <example><code>
/// await using var client = await AssayClient.ConnectAsync("http://127.0.0.1:5000");
/// await client.SetExperimentAsync("answers");
/// await using var run = await client.StartRunAsync("first try");
/// await run.LogParamAsync("temperature", 0.2);
/// await run.LogMetricAsync("loss", 0.31, step: 1);
/// </code></example>
public sealed class TrackingClient : IAsyncDisposable
{
    private readonly TrackingClientOptions _options;
    private string? _experimentId;

    /// <summary>A client over a store.</summary>
    /// <param name="store">Where things are kept.</param>
    /// <param name="options">How it works; null for the defaults: the store stays open.</param>
    public TrackingClient(IAssayStore store, TrackingClientOptions? options = null) => (Store, _options) = (store, options ?? new());

    /// <summary>The store, for all that has no shorter way here.</summary>
    public IAssayStore Store { get; }

    /// <summary>
    /// The experiment that runs are started in from now on; created when it is new. Without this call it is <c>MLFLOW_EXPERIMENT_NAME</c>, else
    /// <c>Default</c>.
    /// </summary>
    /// <exception cref="BadInputException">There was such an experiment, and it is deleted.</exception>
    public async Task<Experiment> SetExperimentAsync(string name, CancellationToken cancellationToken = default)
    {
        var experiment = await FindOrCreateAsync(name, cancellationToken).ConfigureAwait(false);
        _experimentId = experiment.ExperimentId;
        return experiment;
    }

    /// <summary>Starts a run, with tags that say who and what started it.</summary>
    /// <param name="name">For people; null for one made up.</param>
    /// <param name="tags">Notes to begin with.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<ActiveRun> StartRunAsync(string? name = null, IReadOnlyDictionary<string, string>? tags = null, CancellationToken cancellationToken = default) =>
        StartRunAsync(name, parent: null, tags, cancellationToken);

    /// <summary>Takes up a run that is there, to log more to it; its status is running again.</summary>
    public async Task<ActiveRun> ContinueRunAsync(string runId, CancellationToken cancellationToken = default)
    {
        var run = await Store.Tracking.UpdateRunAsync(runId, new RunUpdate(RunStatus.Running), cancellationToken).ConfigureAwait(false);
        return new ActiveRun(this, run, _options);
    }

    /// <summary>
    /// Does some work as a run: it ends as finished, as failed when the work throws, and as killed when it is cancelled. What the work throws is
    /// thrown on.
    /// </summary>
    public Task RunAsync(string? name, Func<ActiveRun, Task> work, CancellationToken cancellationToken = default) => RunAsync(
        name,
        async run =>
        {
            await work(run).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <inheritdoc cref="RunAsync(string?, Func{ActiveRun, Task}, CancellationToken)"/>
    public async Task<T> RunAsync<T>(string? name, Func<ActiveRun, Task<T>> work, CancellationToken cancellationToken = default)
    {
        var run = await StartRunAsync(name, cancellationToken: cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await work(run).ConfigureAwait(false);
            await run.EndAsync(RunStatus.Finished, CancellationToken.None).ConfigureAwait(false);
            return result;
        }
        catch (Exception failure)
        {
            await run.AbandonAsync(failure is OperationCanceledException ? RunStatus.Killed : RunStatus.Failed).ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _options.OwnsStore ? Store.DisposeAsync() : ValueTask.CompletedTask;

    internal async Task<ActiveRun> StartRunAsync(
        string? name, ActiveRun? parent, IReadOnlyDictionary<string, string>? tags, CancellationToken cancellationToken)
    {
        var experimentId = parent?.ExperimentId ?? await ExperimentAsync(cancellationToken).ConfigureAwait(false);
        var noted = SourceTags.OfThisProgram();
        if (parent is not null)
        {
            noted["mlflow.parentRunId"] = parent.RunId;
        }

        foreach (var (key, value) in tags ?? new Dictionary<string, string>())
        {
            noted[key] = value;
        }

        var run = await Store.Tracking.CreateRunAsync(
            new NewRun(
                experimentId, name, Environment.UserName, _options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds(),
                [.. noted.Select(tag => new Tag(tag.Key, tag.Value))]),
            cancellationToken).ConfigureAwait(false);
        return new ActiveRun(this, run, _options);
    }

    private async Task<string> ExperimentAsync(CancellationToken cancellationToken) => _experimentId
        ?? (await SetExperimentAsync(Environment.GetEnvironmentVariable("MLFLOW_EXPERIMENT_NAME") is { Length: > 0 } name ? name : "Default", cancellationToken)
            .ConfigureAwait(false)).ExperimentId;

    private async Task<Experiment> FindOrCreateAsync(string name, CancellationToken cancellationToken)
    {
        if (await Store.Tracking.FindExperimentAsync(name, cancellationToken).ConfigureAwait(false) is { } experiment)
        {
            return experiment.LifecycleStage == LifecycleStage.Active
                ? experiment
                : throw new BadInputException($"The experiment '{name}' in {Store.Location} is deleted; restore it, or give another name");
        }

        try
        {
            return await Store.Tracking.CreateExperimentAsync(new NewExperiment(name), cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException exists) when (exists.Code == ErrorCode.ResourceAlreadyExists)
        {
            // Another program was faster.
            return (await Store.Tracking.FindExperimentAsync(name, cancellationToken).ConfigureAwait(false))!;
        }
    }
}
