using Assay.Artifacts;

namespace Assay.Web.Artifacts;

/// <summary>A folder of the tree, open.</summary>
/// <param name="Path">Its path; empty for all of the run's files.</param>
/// <param name="Items">What is shown of it.</param>
/// <param name="Total">How much there is in it.</param>
/// <param name="PageIndex">Which page is shown, from 0.</param>
public sealed record ArtifactFolder(string Path, IReadOnlyList<ArtifactInfo> Items, int Total, int PageIndex)
{
    /// <summary>How many files and folders a page of a folder holds.</summary>
    public const int PageSize = 200;

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
