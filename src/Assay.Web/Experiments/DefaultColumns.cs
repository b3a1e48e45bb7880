using Assay.Tracking;

namespace Assay.Web.Experiments;

/// <summary>The columns of a table for which nobody chose any: few, and those that tell the runs apart.</summary>
internal static class DefaultColumns
{
    private const int MostMetrics = 6;
    private const int MostParams = 4;
    private const int MostCandidates = 60;
    private const int LongestValue = 60;

    // What an evaluation logs beside its means, what a machine logs of itself, and what only a program reads.
    private static readonly string[] Secondary = ["/variance", "/p90", "/ratio", "/median", "/min", "/max"];
    private static readonly string[] Plain = ["data_digest", "predictions", "scorers"];

    /// <summary>What a page has to read of its runs, so that columns can be chosen by them.</summary>
    /// <param name="newest">The newest runs with what they have.</param>
    /// <param name="metricKeys">Metrics that other runs of the experiment have: they count where the newest have none, as when those failed.</param>
    /// <param name="paramKeys">Parameters that other runs have.</param>
    public static IReadOnlyList<RunColumn> Candidates(IReadOnlyList<Run> newest, IReadOnlyList<string> metricKeys, IReadOnlyList<string> paramKeys)
    {
        var found = newest.SelectMany(run => run.Metrics.Select(metric => metric.Key)).Where(IsPrimary).ToList();
        var metrics = (found.Count > 0 ? found : metricKeys.Where(IsPrimary)).CountBy(key => key, StringComparer.Ordinal)
            .OrderByDescending(key => key.Value).ThenBy(key => !key.Key.EndsWith("/mean", StringComparison.Ordinal))
            .ThenBy(key => key.Key, StringComparer.Ordinal).Take(MostMetrics)
            .Select(key => new RunColumn(ColumnKind.Metric, key.Key)).OrderBy(column => column.Key, StringComparer.Ordinal);
        var settings = newest.SelectMany(run => run.Params.Select(param => param.Key)).Concat(paramKeys).Distinct(StringComparer.Ordinal)
            .Where(key => !Plain.Contains(key)).Take(MostCandidates).Select(key => new RunColumn(ColumnKind.Param, key));
        return [new(ColumnKind.Attribute, "status"), new(ColumnKind.Attribute, "started"), .. metrics, .. settings];
    }

    /// <summary>
    /// Of the candidates those that are shown, the figures first, as they are what one looks for: of the parameters only some that differ among the
    /// runs of the page.
    /// </summary>
    public static IReadOnlyList<RunColumn> Choose(IReadOnlyList<RunColumn> candidates, IReadOnlyList<RunRow> rows)
    {
        var differing = candidates.Where(column => column.Kind == ColumnKind.Param && Differs(column.Key, rows)).Take(MostParams);
        return [.. candidates.Where(column => column.Kind is ColumnKind.Attribute), .. candidates.Where(column => column.Kind is ColumnKind.Metric), .. differing];
    }

    private static bool IsPrimary(string key) =>
        !key.StartsWith("system/", StringComparison.Ordinal) && !Secondary.Any(end => key.EndsWith(end, StringComparison.Ordinal));

    private static bool Differs(string key, IReadOnlyList<RunRow> rows)
    {
        var values = rows.Select(row => row.Param(key)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return values.Count > 1 && rows.All(row => row.Param(key) is not { Length: > LongestValue });
    }
}
