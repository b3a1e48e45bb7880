using System.Text.Json;
using Assay.Grids;
using Assay.Models;
using Assay.Scoring;

namespace Assay;

/// <summary>
/// Evaluations of every combination of prompts, system prompts, models, temperatures, token limits and data sets, to see which is better. Each
/// is a run of its own below one parent; they are compared on the same rows.
/// </summary>
public sealed record EvaluationGrid
{
    /// <summary>The most combinations: past it a mistake is likelier than a wish.</summary>
    public const int MostCells = 1000;

    /// <summary>The data sets; their names are unique.</summary>
    public required IReadOnlyList<Dataset> Datasets { get; init; }

    /// <summary>The models; their names are unique.</summary>
    public required IReadOnlyList<GridModel> Models { get; init; }

    /// <summary>What to ask; the default is the column <c>inputs</c>, or the rows' own <c>messages</c>.</summary>
    public IReadOnlyList<GridOption> Prompts { get; init; } = GridOption.Untried;

    /// <summary>System messages; the default is none.</summary>
    public IReadOnlyList<GridOption> Systems { get; init; } = GridOption.Untried;

    /// <summary>Temperatures; null for the service's own.</summary>
    public IReadOnlyList<double?> Temperatures { get; init; } = [null];

    /// <summary>Limits of an answer's tokens; null for the service's own.</summary>
    public IReadOnlyList<int?> MaxTokens { get; init; } = [null];

    /// <summary>Other fields of every request.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>What judges the answers; each has a name of its own.</summary>
    public required IReadOnlyList<IScorer> Scorers { get; init; }

    /// <summary>The scorer by whose rows the best is chosen; null for the first that says which way is better.</summary>
    public string? ChooseBy { get; init; }

    /// <summary>As <see cref="Evaluation.InputColumn"/>.</summary>
    public string? InputColumn { get; init; }

    /// <summary>As <see cref="Evaluation.ReferenceColumn"/>.</summary>
    public string? ReferenceColumn { get; init; }

    /// <summary>As <see cref="Evaluation.ContextColumn"/>.</summary>
    public string? ContextColumn { get; init; }

    /// <summary>The experiment that the runs belong to; created when it is new.</summary>
    public string Experiment { get; init; } = "Default";

    /// <summary>The parent run's name; null for one made up.</summary>
    public string? RunName { get; init; }

    /// <summary>Calls at the same time, at most.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>As <see cref="Evaluation.ScoresCutAnswers"/>.</summary>
    public bool ScoresCutAnswers { get; init; }

    /// <summary>As <see cref="Evaluation.Repeats"/>.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>As <see cref="Evaluation.Interval"/>.</summary>
    public Statistics.IntervalMethod? Interval { get; init; }

    /// <summary>As <see cref="Evaluation.GroupColumn"/>.</summary>
    public string? GroupColumn { get; init; }

    /// <summary>How sure intervals are to hold, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The seed of resampling: the same seed gives the same figures.</summary>
    public ulong Seed { get; init; }

    /// <summary>What the models' tokens cost.</summary>
    public PriceTable Prices { get; init; } = PriceTable.Bundled;

    /// <summary>Reads the data, checks every cell, and stores nothing.</summary>
    /// <exception cref="BadInputException">The axes, the data, a template or the choice cannot work.</exception>
    public Task<PreparedGrid> PrepareAsync(CancellationToken cancellationToken = default) => GridPlan.PrepareAsync(this, cancellationToken);

    /// <summary>
    /// Runs every cell and logs it. When the token is cancelled, cells that are done stay, and <see cref="OperationCanceledException"/> is thrown.
    /// </summary>
    /// <exception cref="BadInputException">The axes, the data, a template or the choice cannot work; nothing was stored.</exception>
    /// <exception cref="ModelException">A service refused, or the budget is spent; what is done is kept.</exception>
    public async Task<GridSummary> RunAsync(IAssayStore store, IProgress<GridProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var prepared = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await prepared.RunAsync(store, progress, cancellationToken).ConfigureAwait(false);
    }
}
