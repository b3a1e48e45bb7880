namespace Assay.Data.Json;

/// <summary>Rows of a JSON lines file: an object a line, blank lines skipped.</summary>
/// <param name="input">The bytes.</param>
/// <param name="isDocument">Whether the name promises one document: an object whose values are all lists or objects then holds columns, not a row.</param>
internal sealed class JsonLinesReader(InputBuffer input, bool isDocument = false) : RowReader(input)
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
                if (isDocument && HoldsColumns(row))
                {
                    throw Bad(Line, "an object of columns, not rows; write an array of objects, or {\"columns\": […], \"data\": [[…], …]}");
                }
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

    // A conversation is a list and a row of its own.
    private static bool HoldsColumns(RawRow row) => row.Columns.Length > 0 && !row.Columns.Contains(PromptBuilder.MessagesColumn)
        && Array.TrueForAll(row.Values, value => !value.IsText && value.Text is ['[' or '{', ..]);
}
