using Assay.Cli.Output;
using Assay.Comparisons;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Cli.Plots;

/// <summary>From runs and a wish to the chart.</summary>
internal sealed class Drawing(IAssayStore store, IReadOnlyList<PlottedRun> runs, string? metric)
{
    public async Task<IPlot> DrawAsync(PlotKind kind, CancellationToken cancellationToken) => kind switch
    {
        PlotKind.Histogram => Histogram(),
        PlotKind.Confusion => Confusion(),
        PlotKind.Differences => await DifferencesAsync(cancellationToken).ConfigureAwait(false),
        PlotKind.Cost or PlotKind.Time => Frontier(kind),
        _ => await BarsAsync(cancellationToken).ConfigureAwait(false),
    };

    private IPlot Histogram()
    {
        var run = Only("histogram");
        var scorer = metric is not null ? PlottedMetric.Find(metric, [run.Evaluation]).In(run.Evaluation)!
            : run.Evaluation.Scorers.FirstOrDefault(of => of.Histogram is not null)
                ?? throw new BadInputException($"the run {run.Id} ({run.Name}) has no scores to draw; 'assay show {run.Id}' says why");
        if (metric is null) SayOthers(run, of => of.Histogram is not null, scorer);
        if (scorer.Histogram is null)
        {
            throw new BadInputException($"{scorer.Scorer.Name} of {run.Name}: "
                + (scorer.Scored == 0 ? $"no row has a score{(scorer.NotScored.Count > 0 ? $" ({scorer.NotScored[0].Reason})" : "")}" : "rows have no scores of their own; take --kind bars"));
        }

        return scorer.Scorer.Kind == ScoreKind.PassFail ? Bars.OfOutcomes(run, scorer) : new HistogramPlot(run, scorer);
    }

    private ConfusionPlot Confusion()
    {
        var run = Only("confusion");
        var scorer = metric is not null ? PlottedMetric.Find(metric, [run.Evaluation]).In(run.Evaluation)!
            : run.Evaluation.Scorers.FirstOrDefault(of => of.Confusion is not null);
        if (scorer?.Confusion is null)
        {
            var have = run.Evaluation.Scorers.Where(of => of.Confusion is not null).Select(of => of.Scorer.Name).ToList();
            throw new BadInputException($"--kind confusion: {(metric is null ? $"no scorer of {run.Name}" : scorer!.Scorer.Name)} has no confusion matrix; "
                + (have.Count > 0 ? $"these have: {string.Join(", ", have)}" : "scorers of labels have, such as accuracy and f1"));
        }

        return new ConfusionPlot(run, scorer);
    }

    private async Task<IPlot> DifferencesAsync(CancellationToken cancellationToken)
    {
        if (runs.Count < 2) throw new BadInputException("--kind differences: needs two runs at least; name the baseline first: assay plot RUN RUN --kind differences");
        var wanted = metric is null ? null : PlottedMetric.Find(metric, runs.Select(run => run.Evaluation));
        var options = new ComparisonOptions { Primary = wanted is null ? [] : [ComparedName(wanted)] };
        var comparison = await Comparison.Of(store, [.. runs.Select(run => run.Id)], options, cancellationToken).ConfigureAwait(false);
        var metrics = comparison.Metrics.Where(of => wanted is null || (of.IsPrimary && of.Scorer == wanted.Scorer)).ToList();
        if (runs.Count == 2 && metrics.FirstOrDefault(of => of.Metric == wanted?.Key) is { RowDifferences.Count: > 0 } exact) return new PairedPlot(comparison, exact);
        if (runs.Count == 2 && metrics is [{ RowDifferences.Count: > 0 } only]) return new PairedPlot(comparison, only);
        return metrics.Exists(of => double.IsFinite(of.Difference)) ? new ForestPlot(comparison, metrics)
            : throw new BadInputException($"--metric {metric}: the runs have no row with a score in both");
    }

    private async Task<IPlot> BarsAsync(CancellationToken cancellationToken)
    {
        if (runs is [{ Grid: { } grid }])
        {
            if (metric is null || metric == grid.ChosenBy) return Bars.OfCells(grid);
            var cells = new List<PlottedRun>();
            foreach (var cell in grid.Cells)
            {
                var run = await PlottedRun.FindAsync(store, cell.RunId, cancellationToken).ConfigureAwait(false);
                cells.Add(run with { Name = cell.Name });
            }

            return Bars.OfRuns(cells, PlottedMetric.Find(metric, cells.Select(cell => cell.Evaluation)), sorted: true);
        }

        if (metric is null && runs is [var one]) return Bars.OfFigures(one);
        return Bars.OfRuns(runs, metric is null ? Shared() : PlottedMetric.Find(metric, runs.Select(run => run.Evaluation)));
    }

    private FrontierPlot Frontier(PlotKind kind) => runs is [{ Grid: { } grid }]
        ? metric is null || metric == grid.ChosenBy ? new FrontierPlot(grid, kind)
            : throw new BadInputException($"--metric {metric}: the cells of {grid.RunName} were weighed by {grid.ChosenBy}; leave --metric away, or take --kind bars")
        : throw new BadInputException($"--kind {(kind == PlotKind.Cost ? "cost" : "time")}: needs the run of a grid, which 'assay evaluate' makes of a file with a grid section");

    private PlottedRun Only(string kind) => runs is [var only] ? only
        : throw new BadInputException($"--kind {kind}: is of one run, and {runs.Count} were named; several runs have bars or differences");

    /// <summary>The first metric that every run has.</summary>
    private PlottedMetric Shared()
    {
        var shared = runs[0].Evaluation.Scorers.FirstOrDefault(of => of.Aggregates.Count > 0
            && runs.All(run => run.Evaluation.Scorers.Any(other => other.Scorer.Name == of.Scorer.Name)))
            ?? throw new BadInputException("the runs share no figure; name one by --metric");
        SayOthers(runs[0], of => of.Aggregates.Count > 0, shared);
        return PlottedMetric.Of(shared.Scorer);
    }

    // A comparison knows the mean by its scorer; a figure of all rows together by its own key.
    private string ComparedName(PlottedMetric wanted)
    {
        var kind = runs.Select(run => wanted.In(run.Evaluation)).OfType<ScorerSummary>().SelectMany(of => of.Scorer.Aggregates)
            .FirstOrDefault(figure => figure.Key == wanted.Key)?.Kind;
        if (metric != wanted.Scorer && kind is not (AggregateKind.Mean or AggregateKind.Corpus))
        {
            throw new BadInputException($"--metric {metric}: is no mean and no figure of all rows together, and cannot be compared; name {wanted.Scorer}");
        }

        return kind == AggregateKind.Corpus && metric != wanted.Scorer ? wanted.Key! : wanted.Scorer;
    }

    private static void SayOthers(PlottedRun run, Func<ScorerSummary, bool> fits, ScorerSummary drawn)
    {
        var others = run.Evaluation.Scorers.Where(of => of != drawn && fits(of)).Select(of => of.Scorer.Name).ToList();
        if (others.Count > 0) Console.Error.WriteLine($"assay: drawn is {Terminal.Printable(drawn.Scorer.Name)}; --metric names another: {Terminal.Printable(string.Join(", ", others))}");
    }
}
