using Microsoft.Win32.SafeHandles;

namespace Assay.Data.Sources;

/// <summary>Reads an open file from its start, with a position of its own; closing it leaves the file open.</summary>
internal sealed class FileView(SafeFileHandle file) : ReadOnlyStream
{
    public override bool CanSeek => true;

    public override long Length => RandomAccess.GetLength(file);

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await RandomAccess.ReadAsync(file, buffer, Position, cancellationToken).ConfigureAwait(false);
        Position += read;
        return read;
    }
}
