using System.Text.Json;
using Assay.Artifacts;
using Assay.Results;
using Assay.Tracking;

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

    /// <summary>
    /// Reads the summary of a run; null when the run is no grid, or one that did not end. Throws <see cref="BadInputException"/> when the file is something
    /// else.
    /// </summary>
    public static Task<GridSummary?> ReadAsync(IArtifactStore artifacts, Run run, CancellationToken cancellationToken = default) =>
        RunFile.ReadAsync(artifacts, run, Path, ResultsJson.Default.GridSummary, _ => true, cancellationToken);
}
