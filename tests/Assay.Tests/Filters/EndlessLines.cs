namespace Assay.Tests.Filters;

/// <summary>A stream that gives the same line for ever.</summary>
internal sealed class EndlessLines(byte[] line) : MemoryStream
{
    public long LinesRead { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lines = buffer.Length / line.Length;
        for (var i = 0; i < lines; i++)
        {
            line.CopyTo(buffer[(i * line.Length)..]);
        }

        LinesRead += lines;
        return new ValueTask<int>(lines * line.Length);
    }
}
