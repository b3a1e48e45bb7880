using Assay.Tracking;
using Assay.Web.Evaluations;
using Assay.Web.Runs;
using Assay.Web.Visits;

namespace Assay.Web.Metrics;

/// <summary>Reads what the page of a run's metrics shows.</summary>
internal static class MetricPageReader
{
    private const int MostChoice = 30, MostBeside = 12;

    public static async Task<MetricPageContent> ReadAsync(Visit visit, CancellationToken cancellationToken)
    {
        var shown = await RunVisit.ReadAsync(visit, cancellationToken).ConfigureAwait(false);
        var view = MetricView.Of(visit);
        var found = shown.Run.Metrics
            .Where(metric => view.Key is null ? view.Search is null || metric.Key.Contains(view.Search, StringComparison.OrdinalIgnoreCase) : metric.Key == view.Key).ToList();
        var part = MetricPart.Of(found, view.PageIndex);
        view = view with { PageIndex = part.Index };
        var runs = await RunsAsync(visit, view, shown, cancellationToken).ConfigureAwait(false);

        // A figure of an evaluation was logged once: there is no history to look for.
        var known = part.Values.Where(key => runs.All(run => run.Value(key) is null || run.Figure(key) is not null)).ToHashSet(StringComparer.Ordinal);
        string[] read = [.. part.Curves, .. part.Values.Where(key => !known.Contains(key))];
        var charts = await MetricChartReader.ReadAsync(visit, view, [.. runs.Select(of => of.Run)], read, cancellationToken).ConfigureAwait(false);
        var logged = part.Values.ToHashSet(StringComparer.Ordinal);
        var single = charts.Where(chart => chart.Lines.All(line => line.Points <= 1) && (!view.IsPart || logged.Contains(chart.Key)))
            .Select(chart => chart.Key).ToHashSet(StringComparer.Ordinal);
        string[] values = [.. part.Values.Concat(part.Curves).Where(key => known.Contains(key) || single.Contains(key))];
        var newest = await NewestAsync(visit, shown.Run, values, cancellationToken).ConfigureAwait(false);
        var others = runs.Skip(1).Select(of => of.Run).ToList();
        return new MetricPageContent
        {
            Visit = shown,
            View = view,
            Charts = [.. charts.Where(chart => !single.Contains(chart.Key))],
            Values = values,
            Runs = runs,
            Found = found.Count,
            Pages = part.Pages,
            Choice = [.. others, .. newest.Where(run => others.TrueForAll(other => other.RunId != run.RunId))],
            Beside = view.Key is null || runs.Count > 1 ? runs
                : await ChartedAsync(visit, [shown.Run, .. newest.Where(run => run.Metrics.Any(metric => metric.Key == view.Key)).Take(MostBeside)], cancellationToken).ConfigureAwait(false),
            Siblings = new SiblingValues(shown.Run, newest),
        };
    }

    /// <summary>The run, and those to lay over, of any experiment; those that are no longer there are left out.</summary>
    private static async Task<IReadOnlyList<ChartedRun>> RunsAsync(Visit visit, MetricView view, RunVisit shown, CancellationToken cancellationToken)
    {
        var runs = new List<Run> { shown.Run };
        foreach (var id in view.With)
        {
            try
            {
                runs.Add(await visit.Store.Tracking.GetRunAsync(id, cancellationToken).ConfigureAwait(false));
            }
            catch (AssayException missing) when (missing.Code is ErrorCode.ResourceDoesNotExist or ErrorCode.InvalidParameterValue)
            {
                // The address names a run that was deleted for good.
            }
        }

        return await ChartedAsync(visit, runs, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<ChartedRun>> ChartedAsync(Visit visit, IReadOnlyList<Run> runs, CancellationToken cancellationToken)
    {
        var charted = new List<ChartedRun>();
        foreach (var run in runs)
        {
            var summary = RunSummary.IsExpected(run) ? await RunSummary.TryReadAsync(visit.Store, run, cancellationToken).ConfigureAwait(false) : null;
            charted.Add(new ChartedRun(run, charted.Count + 1, summary));
        }

        return charted;
    }

    private static async Task<IReadOnlyList<Run>> NewestAsync(Visit visit, Run run, string[] values, CancellationToken cancellationToken)
    {
        var query = new RunQuery { ExperimentIds = [run.ExperimentId], Fields = new RunFields { Metrics = values, Tags = [RunSummary.Tag] }, MaxResults = MostChoice };
        return [.. (await visit.Store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false)).Items.Where(other => other.RunId != run.RunId)];
    }
}
