using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Mlflow;

/// <summary>Reads a message from a JSON body, in the buffers in which it came.</summary>
internal static class MlflowBody
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    public static async ValueTask<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        var pipe = context.Request.BodyReader;
        var read = await ReadToEndAsync(pipe, context.RequestAborted).ConfigureAwait(false);
        try
        {
            return Parse(read, type);
        }
        finally
        {
            pipe.AdvanceTo(read.End);
        }
    }

    private static async ValueTask<ReadOnlySequence<byte>> ReadToEndAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static T Parse<T>(ReadOnlySequence<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        var reader = new Utf8JsonReader(body, Options);
        try
        {
            // An empty body is an empty message, as in the reference.
            return body.IsEmpty ? JsonSerializer.Deserialize("{}"u8, type)! : JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException();
        }
        catch (JsonException error)
        {
            // Old clients encode a message twice, as text that holds JSON.
            if (InnerText(body) is { } inner)
            {
                return Parse(new ReadOnlySequence<byte>(inner), type);
            }

            throw InvalidMessage.Explain(error, body, type);
        }
    }

    private static byte[]? InnerText(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body, Options);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.String ? System.Text.Encoding.UTF8.GetBytes(reader.GetString()!) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
