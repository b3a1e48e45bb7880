using Assay.Reports.Figures;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Cli.Plots;

/// <summary>What can be drawn as bars: a figure of several runs, the figures of one run, the cells of a grid, passes and fails.</summary>
internal static class Bars
{
    private const int MostCells = 60;

    /// <summary>One figure of several runs, in the order they were named.</summary>
    public static BarsPlot OfRuns(IReadOnlyList<PlottedRun> runs, PlottedMetric metric, bool sorted = false)
    {
        var first = runs.Select(run => metric.In(run.Evaluation)).First(of => of is not null)!.Scorer;
        var key = metric.Key ?? throw new BadInputException($"--metric {metric.Scorer}: the scorer has no figure of a run; take --kind histogram, or differences");
        var bars = runs.Select(run => Of(run.Name, run.Evaluation, metric, key)).ToList();
        var direction = first.DirectionOf(key);
        if (sorted)
        {
            bars = [.. direction == ScoreDirection.Lower ? bars.OrderBy(bar => bar.Value ?? double.PositiveInfinity) : bars.OrderByDescending(bar => bar.Value ?? double.NegativeInfinity)];
        }

        return new BarsPlot($"{key} {FigureFormat.Sign(direction)}", [.. bars.Take(sorted ? MostCells : bars.Count)], [Meaning(direction)], NotesOf(runs, sorted), first.Unit);
    }

    /// <summary>The figures of one run that lie between 0 and 1.</summary>
    public static BarsPlot OfFigures(PlottedRun run)
    {
        var bars = run.Evaluation.Scorers.SelectMany(scorer => Leading(scorer).Where(figure => figure.Value is >= 0 and <= 1).Select(figure =>
            new PlottedBar($"{figure.Key} {FigureFormat.Sign(scorer.Scorer.DirectionOf(figure.Key))}", figure.Value, figure.Interval, Label(figure)))).ToList();
        return bars.Count > 0
            ? new BarsPlot(run.Name, bars, ["Figures between 0 and 1. ▲ higher is better, ▼ lower is better"], [IntervalNote(run.Evaluation)], areShares: true)
            : throw new BadInputException($"the run {run.Id} ({run.Name}) has no figure between 0 and 1; name one by --metric: {string.Join(", ", run.Evaluation.Scorers.Select(of => of.Scorer.Name))}");
    }

    /// <summary>The cells of a grid by the score that it was decided by, the best first.</summary>
    public static BarsPlot OfCells(GridSummary grid)
    {
        var cells = (grid.Direction == ScoreDirection.Lower
            ? grid.Cells.OrderBy(cell => cell.Value ?? double.PositiveInfinity) : grid.Cells.OrderByDescending(cell => cell.Value ?? double.NegativeInfinity)).ToList();
        if (!cells.Exists(cell => cell.Value is not null))
        {
            throw new BadInputException($"the grid {grid.RunId} ({grid.RunName}) was not decided by a score; name one by --metric");
        }

        var best = grid.Choice is { } choice ? $"★ the best setting; corrected for having looked at {choice.Ranks.Count}: {PlotText.Numbers.Significant(choice.Corrected)}" : grid.WhyNoChoice;
        string[] more = cells.Count > MostCells ? [$"{cells.Count - MostCells} cells more are not shown"] : [];
        return new BarsPlot(
            $"{grid.ChosenBy} {FigureFormat.Sign(grid.Direction)}: {grid.RunName}",
            [.. cells.Take(MostCells).Select(cell => new PlottedBar(
                cell.Name, cell.Value, cell.Interval, Label(new AggregateResult("", AggregateKind.Mean, cell.Value ?? double.NaN, cell.Interval)), cell.Setting == grid.Choice?.Setting))],
            [Meaning(grid.Direction)], [.. best is null ? Array.Empty<string>() : [best], $"Intervals at {PlotText.Format.Confidence(grid.Confidence)} %, of each cell by itself", .. more]);
    }

    /// <summary>Of a score that is pass or fail its two outcomes, as shares.</summary>
    public static BarsPlot OfOutcomes(PlottedRun run, ScorerSummary scorer)
    {
        var histogram = scorer.Histogram!;
        var all = histogram.Counts.Sum();
        var passed = histogram.High >= 1 ? histogram.Counts[^1] : 0;
        var mean = scorer.Aggregates.FirstOrDefault(figure => figure.Kind == AggregateKind.Mean);
        var (share, failed) = ((double)passed / Math.Max(1, all), (double)(all - passed) / Math.Max(1, all));
        return new BarsPlot(
            $"{scorer.Scorer.Name}: {run.Name}",
            [
                new PlottedBar("pass", share, mean?.Interval, $"{PlotText.Numbers.Count(passed)} · {PlotText.Numbers.Percent(share, " ")}"),
                new PlottedBar("fail", failed, null, $"{PlotText.Numbers.Count(all - passed)} · {PlotText.Numbers.Percent(failed, " ")}"),
            ],
            [HistogramPlot.FoundIn(scorer, run.Evaluation)],
            [.. scorer.NotScored.Select(reason => $"{PlotText.Numbers.Count(reason.Rows)} without a score: {reason.Reason}")], areShares: true);
    }

    private static PlottedBar Of(string name, EvaluationSummary run, PlottedMetric metric, string key) => metric.In(run) switch
    {
        null => new PlottedBar(name, null, null, "not scored by it"),
        var scorer => scorer.Aggregates.FirstOrDefault(figure => figure.Key == key) is { } figure
            ? new PlottedBar(name, figure.Value, figure.Interval, Label(figure)) : new PlottedBar(name, null, null, "no row has a score"),
    };

    private static IEnumerable<AggregateResult> Leading(ScorerSummary scorer)
    {
        var corpus = scorer.Aggregates.Where(figure => figure.Kind == AggregateKind.Corpus).ToList();
        return corpus.Count > 0 ? corpus : scorer.Aggregates.Take(1);
    }

    private static string Label(AggregateResult figure) =>
        double.IsNaN(figure.Value) ? "no score" : $"{PlotText.Format.Value(figure)} {PlotText.Format.Interval(figure)}".TrimEnd();

    private static string Meaning(ScoreDirection direction) => direction switch
    {
        ScoreDirection.Higher => "▲ higher is better",
        ScoreDirection.Lower => "▼ lower is better",
        _ => "neither high nor low is better",
    };

    private static string IntervalNote(EvaluationSummary run) => $"Intervals at {PlotText.Format.Confidence(run)} %";

    private static List<string> NotesOf(IReadOnlyList<PlottedRun> runs, bool sorted)
    {
        var notes = new List<string>
        {
            $"{string.Join("; ", runs.Select(run => IntervalNote(run.Evaluation)).Distinct())}. Whether runs differ is not read off overlapping intervals: take --kind differences",
        };
        if (runs.Select(run => run.Evaluation.Dataset.Digest).Distinct().Count() > 1) notes.Add("The runs are of different data");
        if (sorted && runs.Count > MostCells) notes.Add($"{runs.Count - MostCells} cells more are not shown");
        return notes;
    }
}
