using System.Buffers;
using Assay.Data;

namespace Assay.Filters;

/// <summary>
/// Reads a stream in batches of whole lines: whatever one read gives, so that a slow writer's lines go on at once, and no more than a
/// batch, so that memory stays the same.
/// </summary>
internal sealed class LineBatchReader(Stream input)
{
    /// <summary>Big enough that the cost of a batch does not show, small enough that all workers get some.</summary>
    private const int BatchSize = 128 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BatchSize);
    private int _length;
    private long _line = 1;
    private bool _begun;
    private bool _ended;

    /// <summary>The next lines; null at the end.</summary>
    public async ValueTask<LineBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (!_ended)
        {
            var lastEnd = _buffer.AsSpan(searched, _length - searched).LastIndexOf((byte)'\n');
            if (lastEnd >= 0)
            {
                return Take(searched + lastEnd + 1);
            }

            if (_length > RowLimit.Bytes)
            {
                await SkipLineAsync(cancellationToken).ConfigureAwait(false);
                return new LineBatch(ArrayPool<byte>.Shared.Rent(1), 0, _line++, IsTooLong: true);
            }

            searched = _length;
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return _length > 0 ? Take(_length) : null;
    }

    /// <summary>Hands over the first bytes and keeps the rest.</summary>
    private LineBatch Take(int length)
    {
        var batch = new LineBatch(_buffer, length, _line, IsTooLong: false);
        var rest = _buffer.AsSpan(length, _length - length);
        _line += batch.Lines.Span.Count((byte)'\n');
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(BatchSize, rest.Length));
        rest.CopyTo(_buffer);
        _length = rest.Length;
        return batch;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_length * 2);
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = await input.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
        _length += read;
        _ended = read == 0;
        if (!_begun && (_ended || _length >= 3))
        {
            _begun = true;
            SkipMark();
        }
    }

    private void SkipMark()
    {
        if (_buffer.AsSpan(0, _length).StartsWith("\uFEFF"u8))
        {
            _length -= 3;
            Buffer.BlockCopy(_buffer, 3, _buffer, 0, _length);
        }
    }

    /// <summary>Reads away the rest of a line, and keeps what is behind its end.</summary>
    private async ValueTask SkipLineAsync(CancellationToken cancellationToken)
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = ArrayPool<byte>.Shared.Rent(BatchSize);
        for (_length = 0; !_ended; _length = 0)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
            var end = _buffer.AsSpan(0, _length).IndexOf((byte)'\n');
            if (end >= 0)
            {
                _length -= end + 1;
                Buffer.BlockCopy(_buffer, end + 1, _buffer, 0, _length);
                return;
            }
        }
    }
}
