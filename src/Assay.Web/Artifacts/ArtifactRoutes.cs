using System.Globalization;
using Assay.Artifacts;
using Assay.Web.Hosting;
using Assay.Web.Runs;
using Assay.Web.Visits;

namespace Assay.Web.Artifacts;

/// <summary>The files of a run.</summary>
internal static class ArtifactRoutes
{
    /// <summary>The parameter of the address that asks for the tree of what is else shown as a table.</summary>
    public const string AsName = "as", Tree = "tree";

    private const int MostFolders = 20;

    public static void Map(PageRoutes pages)
    {
        pages.Get("/runs/{run_id}/artifacts", ShowAsync);
        pages.Raw("/runs/{run_id}/artifacts/raw", RawArtifact.SendAsync);
    }

    /// <summary>The address of a file or a folder.</summary>
    public static string AddressOf(string runId, string path) =>
        RunAddress.Of(runId, RunTab.Artifacts) + (path.Length > 0 ? $"?path={Uri.EscapeDataString(path)}" : "");

    /// <summary>The address of a file itself.</summary>
    public static string RawAddressOf(string runId, string path) => $"{RunAddress.Of(runId, RunTab.Artifacts)}/raw?path={Uri.EscapeDataString(path)}";

    private static async Task<PageContent> ShowAsync(Visit visit, CancellationToken cancellationToken)
    {
        var shown = await RunVisit.ReadAsync(visit, cancellationToken).ConfigureAwait(false);
        var (path, artifacts) = ((visit.Query("path") ?? "").Trim('/'), visit.Store.Artifacts);
        var folders = new List<ArtifactFolder>();
        IReadOnlyList<ArtifactInfo> open = [];
        ArtifactInfo? asked = null;
        foreach (var folder in PathsOf(path))
        {
            var items = await artifacts.ListAsync(shown.Run.ArtifactUri, folder.Length == 0 ? null : folder, cancellationToken).ConfigureAwait(false);
            folders.Add(PageOf(folder, items, path, PageIndexOf(visit)));
            open = items;
            asked = items.FirstOrDefault(item => item.Path == path && !item.IsDirectory);
            if (asked is not null)
            {
                break;
            }
        }

        if (asked is null && path.Length > 0 && folders[^1].Total == 0)
        {
            throw new AssayException(ErrorCode.ResourceDoesNotExist, visit.T["artifacts.missing", path]);
        }

        asked ??= ArtifactChoice.Of(open)
            ?? (path.Length == 0 ? await ArtifactChoice.WithinAsync(artifacts, shown.Run.ArtifactUri, open, cancellationToken).ConfigureAwait(false) : null);
        var file = asked is null ? null
            : await ArtifactFileReader.ReadAsync(artifacts, shown.Run.ArtifactUri, asked, visit.Query(AsName) == Tree, cancellationToken).ConfigureAwait(false);
        return PageContent.Of<ArtifactPage>((nameof(ArtifactPage.Shown), new ArtifactPageContent(shown, folders, file)));
    }

    private static int PageIndexOf(Visit visit) =>
        int.TryParse(visit.Query("page"), CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page - 1, 0, 1_000_000) : 0;

    /// <summary>The uppermost folder, and each on the way to a path.</summary>
    private static IEnumerable<string> PathsOf(string path)
    {
        yield return "";
        var folders = 0;
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0 && folders < MostFolders; slash = path.IndexOf('/', slash + 1))
        {
            folders++;
            yield return path[..slash];
        }

        if (path.Length > 0)
        {
            yield return path;
        }
    }

    // The page that was asked for is of the folder that was; of those on the way the page that the way leads through.
    private static ArtifactFolder PageOf(string folder, IReadOnlyList<ArtifactInfo> items, string path, int asked)
    {
        var onTheWay = Enumerable.Range(0, items.Count).FirstOrDefault(i => path == items[i].Path || path.StartsWith(items[i].Path + "/", StringComparison.Ordinal), -1);
        var index = onTheWay >= 0 ? onTheWay / ArtifactFolder.PageSize : folder == path ? Math.Min(asked, Math.Max(0, items.Count - 1) / ArtifactFolder.PageSize) : 0;
        return new ArtifactFolder(folder, [.. items.Skip(index * ArtifactFolder.PageSize).Take(ArtifactFolder.PageSize)], items.Count, index);
    }
}
