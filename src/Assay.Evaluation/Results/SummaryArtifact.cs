using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Artifacts;
using Assay.Tracking;

namespace Assay.Results;

/// <summary>The summary of an evaluation as a file of its run: written once it has ended, read to show the run again.</summary>
public static class SummaryArtifact
{
    /// <summary>The file's path among the run's artifacts.</summary>
    public const string Path = "assay_summary.json";

    // What cannot be null in a summary cannot be null in the file either.
    private static readonly JsonTypeInfo<EvaluationSummary> Strict =
        new ResultsJson(new JsonSerializerOptions(ResultsJson.Default.Options) { RespectNullableAnnotations = true }).EvaluationSummary;

    /// <summary>Writes the summary.</summary>
    public static async Task WriteAsync(
        IArtifactStore artifacts, string artifactUri, EvaluationSummary summary, CancellationToken cancellationToken = default)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(summary, ResultsJson.Default.EvaluationSummary));
        await artifacts.WriteAsync(artifactUri, Path, content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads the summary of a run; null when the run has none (it is no evaluation, or it did not end). Throws <see cref="BadInputException"/> when the
    /// file is something else.
    /// </summary>
    public static Task<EvaluationSummary?> ReadAsync(IArtifactStore artifacts, Run run, CancellationToken cancellationToken = default) =>
        RunFile.ReadAsync(artifacts, run, Path, Strict, SummaryCheck.IsSound, cancellationToken);
}
