using Assay.Results;
using Assay.Running;
using Assay.Scoring;
using Assay.Statistics;
using Assay.Tracking;

namespace Assay;

/// <summary>
/// An evaluation: these rows, answered by this model, judged by these scorers. Reads aloud, runs, and is logged as a run.
/// </summary>
public sealed record Evaluation
{
    /// <summary>The rows.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>What answers them.</summary>
    public required Model Model { get; init; }

    /// <summary>What judges the answers; each has a name of its own.</summary>
    public required IReadOnlyList<IScorer> Scorers { get; init; }

    /// <summary>The column of what is asked; null for <c>inputs</c>, when there is such a column.</summary>
    public string? InputColumn { get; init; }

    /// <summary>The column of what is expected; null for <c>ground_truth</c>, when there is such a column.</summary>
    public string? ReferenceColumn { get; init; }

    /// <summary>The column of what an answer is to be based on; null for <c>context</c>, when there is such a column.</summary>
    public string? ContextColumn { get; init; }

    /// <summary>Conditions on the figures.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>The experiment that the run belongs to; created when it is new.</summary>
    public string Experiment { get; init; } = "Default";

    /// <summary>The run's name; null for one made up.</summary>
    public string? RunName { get; init; }

    /// <summary>Notes on the run.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Calls at the same time, at most; 1 or more. Recorded answers are scored on all cores whatever this says.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>
    /// How often each row is asked; 1 or more. The unit stays the row: its score is the mean of its answers' scores, and more repeats never count
    /// as more rows.
    /// </summary>
    public int Repeats { get; init; } = 1;

    /// <summary>
    /// Whether answers that were cut at the token limit are scored as they stand, as for a model that continues a text; else they have no score,
    /// with that reason. They are counted in either case.
    /// </summary>
    public bool ScoresCutAnswers { get; init; }

    /// <summary>How sure the intervals are to be, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The interval's method where it fits a figure; null for the one that suits the scores and their number.</summary>
    public IntervalMethod? Interval { get; init; }

    /// <summary>
    /// The column whose value rows share that belong together, as several questions on one passage do; null when each row is on its own. A row
    /// without a value is on its own.
    /// </summary>
    public string? GroupColumn { get; init; }

    /// <summary>What the model's tokens cost; the default is the bundled table.</summary>
    public Models.PriceTable Prices { get; init; } = Models.PriceTable.Bundled;

    /// <summary>Reads the data once and checks all that can be checked before the first call. Nothing is stored, and nothing is called.</summary>
    /// <exception cref="BadInputException">The data, a template or a gate cannot work.</exception>
    public async Task<PreparedEvaluation> PrepareAsync(CancellationToken cancellationToken = default)
    {
        var asked = Scorers.Any(scorer => scorer.Description.NeedsTokens) ? this with { Model = Model.WithTokens() } : this;
        return new PreparedEvaluation(asked, await EvaluationPlan.MakeAsync(asked, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Runs it and logs it. Rows that fail carry their error, and the others go on. When the token is cancelled the rows that are done are
    /// kept, the run ends as <see cref="RunStatus.Killed"/>, and <see cref="OperationCanceledException"/> is thrown.
    /// </summary>
    /// <exception cref="BadInputException">The data, a template or a gate cannot work; no run was created.</exception>
    /// <exception cref="Models.ModelException">The service refused the key, or no call connects; the run is kept as failed.</exception>
    public async Task<EvaluationSummary> RunAsync(
        IAssayStore store, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var prepared = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await prepared.RunAsync(store, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes up a run that ended early: rows that have an answer are kept, the others are answered now. Refused when data, model, prompt or
    /// scorers have changed.
    /// </summary>
    /// <param name="store">The store that has the run.</param>
    /// <param name="runId">The run, or <c>last</c> for the latest evaluation of the experiment.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Stops it; what is done is kept.</param>
    public async Task<EvaluationSummary> ResumeAsync(
        IAssayStore store, string runId, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var prepared = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await prepared.ResumeAsync(store, runId, progress, cancellationToken).ConfigureAwait(false);
    }
}
