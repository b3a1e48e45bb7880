using System.IO.Pipelines;
using System.Text.Json;
using Assay.Artifacts;
using Assay.Evaluations;
using Assay.Formats;
using Assay.Scoring;

namespace Assay.Results;

/// <summary>
/// <c>eval_results_table.json</c> in MLflow's shape: <c>{"columns": […], "data": [[…], …]}</c> with the input columns, the reference, the
/// output, and <c>NAME/v1/score</c> per scorer. An export of the stored rows, streamed: memory does not grow with them.
/// </summary>
internal sealed class ResultsTable(IEvaluationStore rows, IReadOnlyList<ScorerDescription> scorers)
{
    public const string Path = "eval_results_table.json";

    private const int PageSize = 1000;

    private readonly (int Place, string Column)[] _scored =
        [.. scorers.Select((scorer, place) => (place, scorer.TableColumn!)).Where(column => column.Item2 is not null)];

    // Behind a judge's score stands its reason, as MLflow has it.
    private readonly HashSet<int> _justified = [.. Enumerable.Range(0, scorers.Count).Where(place => scorers[place].Judge is not null)];

    public async Task WriteAsync(
        IArtifactStore artifacts, string artifactUri, string runId, IReadOnlyList<string> columns, string outputColumn, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var writing = FillAsync(pipe.Writer, runId, columns, outputColumn, cancellationToken);
        var content = pipe.Reader.AsStream();
        await using (content.ConfigureAwait(false))
        {
            await artifacts.WriteAsync(artifactUri, Path, content, cancellationToken).ConfigureAwait(false);
        }

        await writing.ConfigureAwait(false);
    }

    private async Task FillAsync(PipeWriter pipe, string runId, IReadOnlyList<string> columns, string outputColumn, CancellationToken cancellationToken)
    {
        try
        {
            using var json = new Utf8JsonWriter(pipe, new JsonWriterOptions { Encoder = JsonText.Readable, SkipValidation = true });
            WriteHead(json, columns, outputColumn);
            string? token = null;
            do
            {
                var page = await rows.ReadAsync(
                    new EvaluationRowQuery { RunId = runId, MaxResults = PageSize, PageToken = token }, cancellationToken)
                        .ConfigureAwait(false);
                foreach (var row in page.Items)
                {
                    WriteRow(json, columns, row);
                }

                await json.FlushAsync(cancellationToken).ConfigureAwait(false);
                await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
                token = page.NextPageToken;
            }
            while (token is not null);

            json.WriteEndArray();
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // The reading side throws it, so that no cut table is ever renamed into place.
            await pipe.CompleteAsync(failure).ConfigureAwait(false);
            throw;
        }
    }

    private void WriteHead(Utf8JsonWriter json, IReadOnlyList<string> columns, string outputColumn)
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (var column in columns.Append(outputColumn).Concat(_scored.SelectMany(Columns)))
        {
            json.WriteStringValue(column);
        }

        json.WriteEndArray();
        json.WriteStartArray("data");
    }

    private IEnumerable<string> Columns((int Place, string Column) scored) => _justified.Contains(scored.Place)
        ? [scored.Column, $"{scored.Column[..scored.Column.LastIndexOf('/')]}/justification"]
        : [scored.Column];

    private void WriteRow(Utf8JsonWriter json, IReadOnlyList<string> columns, EvaluationRow row)
    {
        json.WriteStartArray();
        using (var fields = JsonDocument.Parse(row.Fields))
        {
            foreach (var column in columns)
            {
                if (fields.RootElement.TryGetProperty(column, out var value))
                {
                    value.WriteTo(json);
                }
                else
                {
                    json.WriteNullValue();
                }
            }
        }

        json.WriteStringValue(row.Answer?.Text);
        foreach (var (place, _) in _scored)
        {
            json.WriteFigure(place < row.Scores.Count ? row.Scores[place].Value : null);
            if (_justified.Contains(place))
            {
                json.WriteStringValue(place < row.Scores.Count ? row.Scores[place].Reason : null);
            }
        }

        json.WriteEndArray();
    }
}
