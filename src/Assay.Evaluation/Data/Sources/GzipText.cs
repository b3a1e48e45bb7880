using System.IO.Compression;

namespace Assay.Data.Sources;

/// <summary>
/// Unpacks gzip data, several members too, and tells when they are cut, which <see cref="GZipStream"/> takes for their end: a marker,
/// packed, is put behind the data and must come out last.
/// </summary>
internal sealed class GzipText(Stream packed) : ReadOnlyStream
{
    private static readonly byte[] Marker = "\0the data end\0"u8.ToArray();
    private static readonly byte[] PackedMarker = Pack(Marker);

    private readonly GZipStream _unpacked = new(new FollowedStream(packed, PackedMarker), CompressionMode.Decompress);
    private readonly byte[] _window = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // The last bytes stay in the window until more have come: they may be the marker.
        while (!_ended && _end - _start <= Marker.Length)
        {
            Buffer.BlockCopy(_window, _start, _window, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
            var read = await _unpacked.ReadAsync(_window.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            _ended = read == 0;
            if (_ended)
            {
                TakeMarker();
            }
        }

        var available = _end - _start - (_ended ? 0 : Marker.Length);
        var count = Math.Min(available, buffer.Length);
        _window.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private void TakeMarker()
    {
        if (!_window.AsSpan(_start, _end - _start).EndsWith(Marker))
        {
            throw new InvalidDataException("they are cut, or followed by something else");
        }

        _end -= Marker.Length;
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }
}
