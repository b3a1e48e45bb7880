using System.Text.Json.Nodes;
using Assay.Results;
using Assay.Tracking;

namespace Assay.Running;

/// <summary>Logs an evaluation as a run, as MLflow's evaluation does, so that any MLflow client reads it.</summary>
internal sealed class RunJournal(IAssayStore store, TimeProvider time)
{
    private const int LongestParam = 6000;

    public async Task<Run> BeginAsync(
        Evaluation evaluation, DatasetReference dataset, IReadOnlyList<Param> settings, EvaluationIdentity identity, CancellationToken cancellationToken)
    {
        var experiment = await FindOrCreateExperimentAsync(evaluation.Experiment, cancellationToken).ConfigureAwait(false);
        Tag[] tags =
        [
            .. evaluation.Tags,
            .. identity.ToTags(),
            new("mlflow.source.name", "assay"),
            new("mlflow.source.type", "LOCAL"),
            new("mlflow.user", Environment.UserName),
        ];
        var run = await store.Tracking.CreateRunAsync(
            new NewRun(experiment.ExperimentId, evaluation.RunName, Environment.UserName, Tags: tags), cancellationToken).ConfigureAwait(false);
        try
        {
            await store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Params = [.. settings.Select(Shorten)] }, cancellationToken).ConfigureAwait(false);
            await store.Tracking.LogInputsAsync(
                run.RunId, [new DatasetInput(dataset, [new Tag("mlflow.data.context", "evaluation")])], cancellationToken).ConfigureAwait(false);
            return run;
        }
        catch
        {
            // It must not look as if it went on.
            await AbandonAsync(run, RunStatus.Failed).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The run to take up: the one of that id, or the latest evaluation of the experiment.</summary>
    public async Task<Run> FindAsync(string runId, string experimentName, CancellationToken cancellationToken)
    {
        if (runId != "last")
        {
            try
            {
                return await store.Tracking.GetRunAsync(runId, cancellationToken).ConfigureAwait(false);
            }
            catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
            {
                throw new BadInputException(
                    $"--resume: no run '{runId}' in {store.Location}; give a whole id as 'assay runs' lists them, or 'last'", missing);
            }
        }

        var experiment = await store.Tracking.FindExperimentAsync(experimentName, cancellationToken).ConfigureAwait(false);
        var query = new RunQuery { ExperimentIds = experiment is null ? [] : [experiment.ExperimentId], MaxResults = 100 };
        var page = await store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false);
        return page.Items.FirstOrDefault(run => run.Tags.Any(tag => tag.Key == EvaluationIdentity.DataTag))
            ?? throw new BadInputException($"--resume last: the experiment '{experimentName}' in {store.Location} has no evaluation to take up; leave --resume away to begin one");
    }

    /// <summary>Logs the figures and the files, then ends the run.</summary>
    public async Task EndAsync(Run run, EvaluationSummary summary, string? tablePath, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var metrics = summary.Scorers.SelectMany(scorer => scorer.Aggregates).Select(figure => new Metric(figure.Key, figure.Value, now)).ToList();
        List<Tag> tags = [];
        if (tablePath is not null)
        {
            tags.Add(new Tag("mlflow.loggedArtifacts", new JsonArray(new JsonObject { ["path"] = tablePath, ["type"] = "table" }).ToJsonString()));
        }

        await store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = metrics, Tags = tags }, cancellationToken).ConfigureAwait(false);
        await SummaryArtifact.WriteAsync(store.Artifacts, run.ArtifactUri, summary, cancellationToken).ConfigureAwait(false);
        await store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(summary.Status, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends a run that could not be completed: its rows stay.</summary>
    public Task AbandonAsync(Run run, RunStatus status) => store.Tracking.UpdateRunAsync(
        run.RunId, new RunUpdate(status, time.GetUtcNow().ToUnixTimeMilliseconds()), CancellationToken.None);

    public async Task<Experiment> FindOrCreateExperimentAsync(string name, CancellationToken cancellationToken)
    {
        if (await store.Tracking.FindExperimentAsync(name, cancellationToken).ConfigureAwait(false) is { } experiment)
        {
            return experiment.LifecycleStage == LifecycleStage.Active ? experiment : throw new BadInputException(
                $"--experiment: '{name}' in {store.Location} is deleted; restore it, or give another name");
        }

        try
        {
            return await store.Tracking.CreateExperimentAsync(new NewExperiment(name), cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException exists) when (exists.Code == ErrorCode.ResourceAlreadyExists)
        {
            // Another process was faster.
            return (await store.Tracking.FindExperimentAsync(name, cancellationToken).ConfigureAwait(false))!;
        }
    }

    public static Param Shorten(Param setting) =>
        setting.Value.Length <= LongestParam ? setting : setting with { Value = string.Concat(setting.Value.AsSpan(0, LongestParam - 1), "…") };
}
