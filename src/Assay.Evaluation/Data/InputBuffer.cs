namespace Assay.Data;

/// <summary>
/// A window on a stream of UTF-8 text. It grows only when one row does not fit. Drops a byte order mark, refuses other encodings.
/// </summary>
internal sealed class InputBuffer(Stream stream, string source)
{
    private byte[] _bytes = new byte[128 * 1024];
    private int _start;
    private int _end;
    private bool _begun;

    /// <summary>The bytes not yet taken.</summary>
    public ReadOnlySpan<byte> Available => _bytes.AsSpan(_start.._end);

    /// <summary>Whether no more bytes follow the available ones.</summary>
    public bool Ended { get; private set; }

    /// <summary>For messages: the file.</summary>
    public string Source => source;

    /// <summary>Whether the row in the window is longer than a row may be.</summary>
    public bool IsFull => _end - _start >= RowLimit.Bytes;

    /// <summary>Takes bytes away from the front.</summary>
    public void Advance(int count) => _start += count;

    /// <summary>
    /// Reads as many bytes behind the available ones as there is room for: a row that does not fit is looked at again only when twice as
    /// many are there.
    /// </summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        try
        {
            var wanted = _bytes.AsMemory(_end);
            var read = await stream.ReadAtLeastAsync(wanted, wanted.Length, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            _end += read;
            Ended = read < wanted.Length;
        }
        catch (InvalidDataException error)
        {
            throw new BadInputException($"{source}: broken gzip data ({error.Message.TrimEnd('.')}); compress the file again", error);
        }
        catch (IOException error)
        {
            throw new BadInputException($"{source}: cannot be read ({error.Message.TrimEnd('.')})", error);
        }

        if (!_begun)
        {
            _begun = true;
            SkipMark();
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_bytes, _start, _bytes, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }
    }

    private void SkipMark()
    {
        if (Available.StartsWith("\uFEFF"u8))
        {
            Advance(3);
        }
        else if (Available is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            throw new BadInputException($"{source}: the file is UTF-16 or UTF-32, not UTF-8; save it as UTF-8");
        }
    }
}
