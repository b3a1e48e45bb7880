namespace Assay.Data.Json;

/// <summary>Rows of a JSON lines file: an object a line, blank lines skipped.</summary>
internal sealed class JsonLinesReader(InputBuffer input) : RowReader(input)
{
    private readonly JsonRowParser _parser = new(input.Source);
    private int _searched;

    protected override bool TryRead(out RawRow row)
    {
        row = default;
        while (!Input.Available.IsEmpty)
        {
            var bytes = Input.Available;
            var end = bytes[_searched..].IndexOf((byte)'\n');
            if (end < 0 && !Input.Ended)
            {
                _searched = bytes.Length;
                return false;
            }

            end = end < 0 ? bytes.Length : _searched + end;
            var line = bytes[..end].Trim(" \t\r"u8);
            if (!line.IsEmpty)
            {
                row = _parser.ParseObject(bytes[..end], TextPlace.StartOf(Line));
            }

            var blank = line.IsEmpty;
            Input.Advance(Math.Min(end + 1, bytes.Length));
            _searched = 0;
            Line++;
            if (!blank)
            {
                return true;
            }
        }

        return false;
    }
}
