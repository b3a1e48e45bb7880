using System.Text.Json;
using Assay.Evaluations;
using Assay.Wire;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Evaluations;

/// <summary>Keys of rows as JSON lines, sent as they are read.</summary>
internal static class RowKeyLines
{
    private const int FlushBytes = 32 << 10;

    public static async Task WriteAsync(HttpResponse response, IAsyncEnumerable<EvaluationRowKey> keys, CancellationToken cancellationToken)
    {
        var reading = keys.GetAsyncEnumerator(cancellationToken);
        await using var closing = reading.ConfigureAwait(false);

        // A refusal, such as of an unknown run, comes with the first: before it nothing may be written.
        var any = await reading.MoveNextAsync().ConfigureAwait(false);
        response.ContentType = "application/x-ndjson";
        using var json = new Utf8JsonWriter(response.BodyWriter, new JsonWriterOptions { SkipValidation = true });
        while (any)
        {
            var key = reading.Current;
            var line = new RowKeyMessage { RowId = key.RowId, Repeat = key.Repeat, Digest = key.Digest, Failed = key.Failed };
            JsonSerializer.Serialize(json, line, AssayJson.Default.RowKeyMessage);
            json.Flush();
            json.Reset();
            response.BodyWriter.GetSpan(1)[0] = (byte)'\n';
            response.BodyWriter.Advance(1);
            if (response.BodyWriter.UnflushedBytes > FlushBytes)
            {
                await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            any = await reading.MoveNextAsync().ConfigureAwait(false);
        }

        await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
