using Assay.Comparisons;
using Assay.Tracking;
using Assay.Web.Evaluations;
using Assay.Web.Hosting;
using Assay.Web.Visits;

namespace Assay.Web.Comparisons;

/// <summary>What differs between runs, does it matter, and where does it show?</summary>
internal sealed class ComparisonRoutes(ComparisonDesk desk)
{
    private const int Newest = 30, MostExperiments = 1000;

    public static void Map(PageRoutes pages, ComparisonDesk desk) => pages.Get("/compare", new ComparisonRoutes(desk).ShowAsync);

    private async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var choice = ComparisonChoice.Of(visit);
        if (ComparisonChoice.IsScattered(visit)) return PageContent.Redirect(ComparisonChoice.With(visit, choice.Runs));
        var (runs, unknown) = await FindAsync(visit, choice.Runs, cancellationToken).ConfigureAwait(false);
        if (runs.Count < 2)
        {
            var newest = await NewestAsync(visit, cancellationToken).ConfigureAwait(false);
            return PageContent.Of<ChoosePage>(
                (nameof(ChoosePage.Chosen), runs), (nameof(ChoosePage.Unknown), unknown), (nameof(ChoosePage.Newest), newest));
        }

        var beside = new List<SideBySide>();
        foreach (var run in runs) beside.Add(await BesideAsync(visit.Store, run, cancellationToken).ConfigureAwait(false));
        Run[] withRows = [.. beside.Where(of => of.Rows > 0).Select(of => of.Run)];
        var (compared, why) = withRows.Length < 2 ? (null, null)
            : await CompareAsync(visit.Store, withRows, choice.Options, cancellationToken).ConfigureAwait(false);
        return PageContent.Of<ComparePage>(
            (nameof(ComparePage.Runs), beside), (nameof(ComparePage.Choice), choice), (nameof(ComparePage.Unknown), unknown),
            (nameof(ComparePage.Compared), compared), (nameof(ComparePage.WhyNot), why));
    }

    private async Task<(RunsCompared? Compared, string? WhyNot)> CompareAsync(
        IAssayStore store, Run[] runs, ComparisonOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return (await desk.CompareAsync(store, runs, options, cancellationToken).ConfigureAwait(false), null);
        }
        catch (BadInputException cannot)
        {
            return (null, cannot.Message);
        }
    }

    private static async Task<(IReadOnlyList<Run> Runs, IReadOnlyList<string> Unknown)> FindAsync(
        Visit visit, IReadOnlyList<string> named, CancellationToken cancellationToken)
    {
        var (runs, unknown) = (new List<Run>(), new List<string>());
        foreach (var name in named)
        {
            try
            {
                var run = await RunLookup.FindAsync(visit.Store.Tracking, name, cancellationToken).ConfigureAwait(false);
                if (runs.TrueForAll(known => known.RunId != run.RunId)) runs.Add(run);
            }
            catch (BadInputException)
            {
                unknown.Add(name);
            }
            catch (AssayException missing) when (missing.Code is ErrorCode.ResourceDoesNotExist or ErrorCode.InvalidParameterValue)
            {
                unknown.Add(name);
            }
        }

        return (runs, unknown);
    }

    private static async Task<SideBySide> BesideAsync(IAssayStore store, Run run, CancellationToken cancellationToken)
    {
        var summary = await RunSummary.ReadAsync(store, run, cancellationToken).ConfigureAwait(false);
        var counts = await EvaluatedRows.CountAsync(store, run.RunId, cancellationToken).ConfigureAwait(false);
        return new SideBySide(run, summary, counts.Total);
    }

    private static async Task<IReadOnlyList<Run>> NewestAsync(Visit visit, CancellationToken cancellationToken)
    {
        var experiments = await visit.Store.Tracking.SearchExperimentsAsync(
            new ExperimentQuery { MaxResults = MostExperiments, OrderBy = ["last_update_time DESC"] }, cancellationToken).ConfigureAwait(false);
        var name = visit.Query("find")?.Replace("'", "", StringComparison.Ordinal);
        var query = new RunQuery
        {
            ExperimentIds = [.. experiments.Items.Select(experiment => experiment.ExperimentId)],
            Filter = string.IsNullOrWhiteSpace(name) ? null : $"attributes.run_name ILIKE '%{name}%'",
            Fields = new RunFields(),
            MaxResults = Newest,
        };
        return (await visit.Store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false)).Items;
    }
}
