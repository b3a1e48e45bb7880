using System.Text.Json;
using Assay.Artifacts;
using Assay.Results;

namespace Assay.Grids;

/// <summary>The summary of a grid as a file of its parent run.</summary>
public static class GridArtifact
{
    /// <summary>The file's path among the run's artifacts.</summary>
    public const string Path = "assay_grid.json";

    /// <summary>Writes the summary.</summary>
    public static async Task WriteAsync(IArtifactStore artifacts, string artifactUri, GridSummary summary, CancellationToken cancellationToken = default)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(summary, ResultsJson.Default.GridSummary));
        await artifacts.WriteAsync(artifactUri, Path, content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the summary of a run; null when the run is no grid, or one that did not end.</summary>
    public static async Task<GridSummary?> ReadAsync(IArtifactStore artifacts, string artifactUri, CancellationToken cancellationToken = default)
    {
        try
        {
            var content = await artifacts.OpenReadAsync(artifactUri, Path, cancellationToken).ConfigureAwait(false);
            await using var closing = content.ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(content, ResultsJson.Default.GridSummary, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            return null;
        }
    }
}
