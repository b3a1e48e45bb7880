namespace Assay.Import.Mlruns;

/// <summary>
/// The file of a metric, read line by line however long it is. Lines that cannot be read are passed over and named together.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="part">What messages call it: <c>metric 'loss'</c>.</param>
/// <param name="parts">Where what cannot be read is named.</param>
internal sealed class MetricFile(string path, string part, PartLog parts)
{
    private const int BufferSize = 65_536;

    /// <summary>No line that was written is as long as the buffer.</summary>
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _damaged;
    private long _firstDamaged;

    public IEnumerable<MetricLine> Read()
    {
        using var stream = Open();
        if (stream is null)
        {
            yield break;
        }

        var (start, end, number, before) = (0, 0, 0L, 0);
        var isTooLong = false;
        while (true)
        {
            var length = _buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0)
            {
                // What is left is moved to the front; a line that fills the buffer is dropped and the rest of it with it.
                isTooLong |= end - start == BufferSize;
                var kept = isTooLong ? 0 : end - start;
                _buffer.AsSpan(start, kept).CopyTo(_buffer);
                var read = Fill(stream, kept);
                if (read > 0)
                {
                    (start, end) = (0, kept + read);
                    continue;
                }

                // The last line has no end: it may have been cut off while it was written, and is one only with as many fields as the others.
                if ((kept > 0 || isTooLong) && Take(isTooLong ? default : _buffer.AsSpan(0, kept), ++number, ref before, isWhole: false) is { } last)
                {
                    yield return last;
                }

                break;
            }

            var line = Take(isTooLong ? default : _buffer.AsSpan(start, length), ++number, ref before, isWhole: !isTooLong);
            isTooLong = false;
            start += length + 1;
            if (line is { } point)
            {
                yield return point;
            }
        }

        Conclude(number);
    }

    private MetricLine? Take(ReadOnlySpan<byte> text, long number, ref int before, bool isWhole)
    {
        text = text.Trim(" \t\r"u8);
        if (text.IsEmpty && isWhole)
        {
            return null;
        }

        if (MetricLine.Parse(text) is { } line && (isWhole || before == 0 || line.Fields >= before))
        {
            before = line.Fields;
            return line;
        }

        if (_damaged++ == 0)
        {
            _firstDamaged = number;
        }

        return null;
    }

    private void Conclude(long lines)
    {
        if (_damaged > 0)
        {
            parts.LeaveOut(part, _damaged == 1 ? $"line {_firstDamaged} cannot be read" : $"{_damaged} lines cannot be read, the first is line {_firstDamaged}");
        }
        else if (lines == 0)
        {
            parts.LeaveOut(part, "its file is empty");
        }
    }

    private FileStream? Open()
    {
        try
        {
            return SafeFolder.Open(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DamagedException)
        {
            parts.LeaveOut(part, fault.Message);
            return null;
        }
    }

    private int Fill(FileStream stream, int from)
    {
        try
        {
            return stream.Read(_buffer, from, BufferSize - from);
        }
        catch (IOException fault)
        {
            parts.LeaveOut(part, fault.Message);
            return 0;
        }
    }
}
