namespace Assay.Data.Delimited;

/// <summary>Rows of a CSV or TSV file: a header, then as many values in every record. Blank lines are skipped.</summary>
internal sealed class DelimitedRowReader(InputBuffer input, char separator) : RowReader(input)
{
    private char _separator = separator;
    private DelimitedRecord _record = new((byte)separator);
    private string[]? _columns;

    protected override bool TryRead(out RawRow row)
    {
        row = default;
        while (!Input.Available.IsEmpty)
        {
            if (_columns is null && !ChooseSeparator())
            {
                return false;
            }

            var state = _record.Split(Input.Available, Input.Ended, out var length);
            if (state != DelimitedState.Whole)
            {
                return state == DelimitedState.NeedsMore ? false : throw Broken(state);
            }

            var taken = Take(Input.Available[..length], out row);
            Line += CountLines(Input.Available[..length]);
            Input.Advance(length);
            if (taken)
            {
                return true;
            }
        }

        return false;
    }

    protected override BadInputException TooLong() =>
        Bad(Line, $"a row of more than {RowLimit.Text}; look for a quote that is not closed");

    /// <summary>True when bytes become a row; false for a blank line and the header.</summary>
    private bool Take(ReadOnlySpan<byte> record, out RawRow row)
    {
        row = default;
        if (_record.Fields is [{ Start: var start, End: var end, Quoted: false }] && start == end)
        {
            return false;
        }

        Utf8Text.Check(record, Input.Source, Line);
        if (_columns is null)
        {
            _columns = ReadHeader(record);
            return false;
        }

        if (_record.Count != _columns.Length)
        {
            throw WrongCount();
        }

        var values = new FieldValue[_columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _record.Fields[i].Value(record);
        }

        row = new RawRow(Line, _columns, values);
        return true;
    }

    private string[] ReadHeader(ReadOnlySpan<byte> record)
    {
        var columns = new string[_record.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = _record.Fields[i].Text(record).Trim();
            if (columns[i].Length == 0)
            {
                throw Bad(Line, $"column {i + 1} of the header has no name; name it (pandas writes such a column unless told index=False)");
            }

            if (Array.IndexOf(columns, columns[i], 0, i) is var first and >= 0)
            {
                throw Bad(Line, $"columns {first + 1} and {i + 1} are both named \"{columns[i]}\"; rename one");
            }
        }

        return columns;
    }

    /// <summary>
    /// Where the comma is the decimal sign, spreadsheets write semicolons, and tabs come through pipes without a name: told by a first line
    /// that has them and no comma. False when that line is not whole yet.
    /// </summary>
    private bool ChooseSeparator()
    {
        var end = Input.Available.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0 && !Input.Ended)
        {
            return false;
        }

        var header = end < 0 ? Input.Available : Input.Available[..end];
        if (_separator == ',' && !header.Contains((byte)',') && header.IndexOfAny((byte)';', (byte)'\t') is var place and >= 0)
        {
            _separator = header.Contains((byte)'\t') ? '\t' : (char)header[place];
            _record = new DelimitedRecord((byte)_separator);
        }

        return true;
    }

    private BadInputException WrongCount()
    {
        var counts = $"{Counted.Of(_record.Count, "value")} for {Counted.Of(_columns!.Length, "column")}";
        var separatorName = _separator switch { '\t' => "a tab", ';' => "a semicolon", _ => "a comma" };
        return Bad(Line, _record.Count > _columns.Length
            ? $"{counts}; put quotes around a value that holds {separatorName}"
            : $"{counts}; write every value, an empty one too");
    }

    private BadInputException Broken(DelimitedState state)
    {
        var before = Input.Available[.._record.Place];
        var line = Line + CountLines(before);
        return state == DelimitedState.Unclosed
            ? Bad(line, "a quote opens here and is never closed; close it, or write a quote inside quotes twice (\"\")")
            : Bad(line, "text follows a closing quote; write a quote inside quotes twice (\"\")");
    }

    private static int CountLines(ReadOnlySpan<byte> bytes)
    {
        var lines = bytes.Count((byte)'\n');
        for (var at = bytes.IndexOf((byte)'\r'); at >= 0 && at < bytes.Length; at++)
        {
            lines += bytes[at] == '\r' && (at + 1 == bytes.Length || bytes[at + 1] != '\n') ? 1 : 0;
        }

        return lines;
    }
}
