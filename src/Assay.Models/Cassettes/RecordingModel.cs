using System.Text.Json;

namespace Assay.Models;

/// <summary>
/// Writes every final outcome of another model, an answer or a failure, to a cassette. Stands outside retry: one line is one call as the
/// evaluation sees it.
/// </summary>
/// <param name="inner">The model that is asked.</param>
/// <param name="writer">The cassette; closed with this model.</param>
/// <param name="time">The clock.</param>
public sealed class RecordingModel(IModel inner, CassetteWriter writer, TimeProvider time) : DelegatingModel(inner)
{
    /// <inheritdoc/>
    public override async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var (tracked, progress) = CallProgress.Of(request);
        var started = time.GetTimestamp();
        try
        {
            var answer = await Inner.AskAsync(tracked, cancellationToken).ConfigureAwait(false);
            await WriteAsync(request, started, progress, line => line with { Answer = CassetteAnswer.Of(answer) }).ConfigureAwait(false);
            return answer;
        }
        catch (ModelException exception)
        {
            await WriteAsync(request, started, progress, line => line with { Error = CassetteError.Of(exception) }).ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask CloseAsync() => writer.DisposeAsync();

    private Task WriteAsync(ModelRequest request, long started, CallProgress progress, Func<CassetteLine, CassetteLine> complete)
    {
        var document = RequestDocument.Write(Name, request);
        return writer.WriteAsync(complete(new CassetteLine
        {
            Row = request.RowId,
            Repeat = request.Repeat,
            Request = JsonElement.Parse(document),
            LatencyMs = Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 3),
            Attempts = progress.Attempts > 0 ? progress.Attempts : null,
            Digest = RequestDocument.Digest(document),
        }));
    }
}
