using Assay.Web.Hosting;

namespace Assay.Web.Home;

/// <summary>What happened lately, and is anything wrong? Where there is nothing yet: how to begin.</summary>
internal static class HomeRoutes
{
    public const string LivePath = "/live/home";

    public static void Map(PageRoutes pages)
    {
        pages.Get("/", async (visit, cancellationToken) => PageContent.Of<HomePage>(
            (nameof(HomePage.News), await NewsReader.ReadAsync(visit.Store, cancellationToken).ConfigureAwait(false))));
        pages.Live(LivePath, visit =>
        {
            var store = visit.Store;
            return new LiveQuestion(LivePath, cancellationToken => NewsReader.ReadVersionAsync(store, cancellationToken));
        });
    }
}
