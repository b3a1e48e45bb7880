using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Scoring;

/// <summary>The bytes of a request for scores, in a rented buffer.</summary>
internal sealed class ScoreBody : IDisposable
{
    private const int FirstSize = 64 * 1024;
    private byte[] _buffer;
    private int _length;

    private ScoreBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public static async Task<ScoreBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > ScoreLimits.Bytes)
        {
            throw TooLong();
        }

        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(ScoreLimits.Arrival);
        var body = new ScoreBody((int)Math.Max(FirstSize, request.ContentLength ?? 0));
        try
        {
            await body.FillAsync(request.Body, request.ContentLength, inTime.Token).ConfigureAwait(false);
            return body;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            body.Dispose();
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"The body did not arrive within {ScoreLimits.Arrival.TotalSeconds} s; send the rows in several requests.");
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private async Task FillAsync(Stream stream, long? announced, CancellationToken cancellationToken)
    {
        int read;
        while (_length != announced && (read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            _length += read;
            if (_length > ScoreLimits.Bytes)
            {
                throw TooLong();
            }

            if (_length == _buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(_length * 2);
                _buffer.AsSpan(0, _length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = larger;
            }
        }
    }

    private static AssayException TooLong() => new(
        ErrorCode.InvalidParameterValue, $"The body is longer than {ScoreLimits.Bytes / 1024 / 1024} MiB; send the rows in several requests.");
}
