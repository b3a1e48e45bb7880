using Assay.Artifacts;
using Assay.Web.Evaluations;

namespace Assay.Web.Artifacts;

/// <summary>Which file is shown while none is asked for: what somebody wrote to be read first, then the table of an evaluation, then whatever can be shown.</summary>
internal static class ArtifactChoice
{
    // Each is a question to where the files are.
    private const int MostFolders = 5;
    private const string Model = "MLmodel";

    /// <summary>The file of a folder; null when none of them can be shown.</summary>
    public static ArtifactInfo? Of(IReadOnlyList<ArtifactInfo> items) => items
        .Where(item => !item.IsDirectory && Rank(item.Path) is not null)
        .OrderBy(item => Rank(item.Path)).FirstOrDefault();

    /// <summary>The file of the folders in a folder, as many of them as one is ready to look into.</summary>
    public static async Task<ArtifactInfo?> WithinAsync(
        IArtifactStore artifacts, string artifactUri, IReadOnlyList<ArtifactInfo> items, CancellationToken cancellationToken)
    {
        foreach (var folder in items.Where(item => item.IsDirectory).Take(MostFolders))
        {
            if (Of(await artifacts.ListAsync(artifactUri, folder.Path, cancellationToken).ConfigureAwait(false)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The lower the better; null for what is not shown.</summary>
    private static int? Rank(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return ArtifactKinds.Of(path) switch
        {
            ArtifactKind.Other => null,
            _ when name.StartsWith("README", StringComparison.OrdinalIgnoreCase) => 0,
            ArtifactKind.Markdown => 1,
            _ when name is LoggedTable.Path or Model => 2,
            ArtifactKind.Image or ArtifactKind.Table => 3,
            ArtifactKind.Html => 4,
            ArtifactKind.Text => 5,
            _ => 6,
        };
    }
}
