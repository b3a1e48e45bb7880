using Assay.Tracking;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Settings;

/// <summary>What a reader chooses, what the store is, and for those who have signed in: tokens, and for an admin users.</summary>
internal static class SettingsRoutes
{
    public const string Path = "/settings";
    private const int MostExperiments = 1000;

    public static void Map(PageRoutes pages)
    {
        pages.Get(Path, (visit, cancellationToken) => ShowAsync(visit, null, cancellationToken));
        TokenRoutes.Map(pages);
        UserRoutes.Map(pages);
    }

    /// <summary>The page, with a token that was just made, for the one time that it can be shown.</summary>
    public static async Task<PageContent> ShowAsync(Visit visit, string? newToken, CancellationToken cancellationToken)
    {
        var facts = await visit.Context.RequestServices.GetRequiredService<IStoreFacts>().ReadAsync(cancellationToken).ConfigureAwait(false);
        var accounts = AccountRules.Find(visit);
        var tokens = accounts is null ? [] : await accounts.TokensAsync(visit.Visitor.Name!, cancellationToken).ConfigureAwait(false);
        var users = accounts is null || !visit.Visitor.MayAdminister
            ? null
            : await accounts.ListAsync(visit.Query("page"), cancellationToken).ConfigureAwait(false);
        return PageContent.Of<SettingsPage>(
            (nameof(SettingsPage.Facts), facts),
            (nameof(SettingsPage.Counts), await CountAsync(visit.Store.Tracking, cancellationToken).ConfigureAwait(false)),
            (nameof(SettingsPage.Tokens), accounts is null ? null : tokens),
            (nameof(SettingsPage.Users), users),
            (nameof(SettingsPage.NewToken), newToken));
    }

    private static async Task<StoreCounts> CountAsync(ITrackingStore store, CancellationToken cancellationToken)
    {
        var experiments = await store.SearchExperimentsAsync(new ExperimentQuery { MaxResults = MostExperiments }, cancellationToken).ConfigureAwait(false);
        var isMore = experiments.NextPageToken is not null;
        var runs = await store.CountRunsAsync(new RunQuery { ExperimentIds = [], AllExperiments = true }, cancellationToken).ConfigureAwait(false);
        return new StoreCounts(experiments.Items.Count, isMore, runs);
    }
}
