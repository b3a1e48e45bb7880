using System.Buffers;
using System.Text.Json;
using Assay.Filters;
using Assay.Formats;
using Assay.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Server.Scoring;

/// <summary><c>POST /api/assay/v1/score</c>: what <c>assay score</c> says of rows, for programs that have no Assay at hand. Keeps nothing.</summary>
internal static class ScoreRoutes
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JsonText.Readable, SkipValidation = true };

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/assay/v1/score", (RequestDelegate)ScoreAsync).WithMetadata(Need.Read, ScoreOperation.Instance);

    private static async Task ScoreAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var turns = context.RequestServices.GetRequiredService<ScoreTurns>();
        using var visit = turns.Enter();
        using var body = await ScoreBody.ReadAsync(context.Request, cancel).ConfigureAwait(false);
        var request = ScoreRequest.Read(body.Bytes.Span);
        var output = new ArrayBufferWriter<byte>(4096);
        await ScoreAsync(body.Bytes, request, output, turns, cancel).ConfigureAwait(false);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = output.WrittenCount;
        await context.Response.Body.WriteAsync(output.WrittenMemory, cancel).ConfigureAwait(false);
    }

    private static async Task ScoreAsync(
        ReadOnlyMemory<byte> body, ScoreRequest request, ArrayBufferWriter<byte> output, ScoreTurns turns, CancellationToken cancellationToken)
    {
        var scorer = new LineScorer(RequestedScorers.Create(request.Scorers));
        var reader = new ScoreLineReader(new ScoreFilterOptions());
        using var json = new Utf8JsonWriter(output, Json);
        json.WriteStartObject();
        json.WriteStartArray("rows"u8);
        await turns.RunAsync(request.Rows.Count, RowAsync, cancellationToken).ConfigureAwait(false);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);

        async ValueTask RowAsync(int row)
        {
            if (reader.TryRead(body.Span[request.Rows[row]], out var fields) is { } fault)
            {
                throw new AssayException(ErrorCode.InvalidParameterValue, $"rows[{row}]: {fault}");
            }

            var scores = await scorer.ScoreAsync(fields, cancellationToken).ConfigureAwait(false);
            json.WriteStartObject();
            json.WritePropertyName("scores"u8);
            scorer.WriteScores(json, scores);
            json.WritePropertyName("reasons"u8);
            scorer.WriteReasons(json, scores);
            json.WriteEndObject();
        }
    }
}
