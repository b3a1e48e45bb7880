using Assay.Statistics;
using Assay.Tracking;

namespace Assay.Comparisons;

/// <summary>What the reader of a comparison should know.</summary>
internal static class ComparisonNotes
{
    private const int RoughBelow = 30;

    /// <summary>Settings that say which rows there were, not how they were answered.</summary>
    private static readonly string[] NotAnswering = ["data", "data_digest", "scorers"];

    public static IEnumerable<string> Of(IReadOnlyList<RunScores> runs, bool byContent)
    {
        if (byContent) yield return "rows were matched by their content, recorded answers left aside: by id fewer are in all runs";
        if (runs.Select(run => run.DataDigest).OfType<string>().Distinct().Count() > 1)
        {
            yield return $"the runs are of different data ({string.Join(", ", runs.Select(run => $"{run.Name}: {run.DataDigest ?? "unknown"}"))}): only the rows that they share are compared";
        }

        for (var i = 0; i < runs.Count; i++)
        {
            if (RunAlignment.Unmatched(runs, i) is > 0 and var missing)
            {
                yield return $"{missing} of {runs[i].Keys.Count} rows of {runs[i].Name} are in no run that it is compared with, and are left out";
            }
        }

        foreach (var note in runs.SelectMany(run => run.Notes)) yield return note;
    }

    public static IEnumerable<string> Of(IPairAnalysis analysis, IntervalEstimate interval, double adjusted, double alpha)
    {
        if (analysis.Rows is >= ConfidenceIntervals.EnoughRows and < RoughBelow && interval.Interval is not null)
        {
            yield return $"{analysis.Rows} rows: under {RoughBelow} an interval is rough";
        }

        if (interval.Interval is { } ends && !double.IsNaN(adjusted) && (ends.Low > 0 || ends.High < 0) != adjusted <= alpha)
        {
            yield return "test and interval lie on different sides of their limit; the verdict is the test's";
        }
    }

    /// <summary>What a run has set that another has set otherwise.</summary>
    public static IReadOnlyList<Param> DifferingSettings(IReadOnlyList<RunScores> runs, RunScores run)
    {
        var keys = runs.SelectMany(of => of.Settings).Select(param => param.Key).Distinct().Except(NotAnswering)
            .Where(key => runs.Select(of => Value(of, key)).Distinct().Count() > 1);
        return [.. keys.Select(key => new Param(key, Value(run, key) ?? ""))];
    }

    private static string? Value(RunScores run, string key) => run.Settings.FirstOrDefault(param => param.Key == key)?.Value;
}
