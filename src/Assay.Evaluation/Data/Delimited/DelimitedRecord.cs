using System.Buffers;

namespace Assay.Data.Delimited;

/// <summary>
/// Splits one record of CSV or TSV (RFC 4180) into fields. Line ends are LF, CRLF or CR; quotes may hold all of them. A quote inside a
/// value that does not begin with one is a character like others.
/// </summary>
internal sealed class DelimitedRecord(byte separator)
{
    private readonly SearchValues<byte> _ends = SearchValues.Create([separator, (byte)'\r', (byte)'\n']);
    private DelimitedField[] _fields = new DelimitedField[16];

    /// <summary>The fields of the last record.</summary>
    public ReadOnlySpan<DelimitedField> Fields => _fields.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>Where an error is, or where the quote opened that is still open.</summary>
    public int Place { get; private set; }

    /// <summary>Splits the record at the start of the bytes, and says how many it takes with its line end, or why it cannot.</summary>
    public DelimitedState Split(ReadOnlySpan<byte> bytes, bool final, out int length)
    {
        (Count, length) = (0, 0);
        var at = 0;
        while (true)
        {
            var state = at < bytes.Length && bytes[at] == '"' ? TakeQuoted(bytes, ref at, final) : TakePlain(bytes, ref at, final);
            if (state != DelimitedState.Whole)
            {
                return state;
            }

            if (at == bytes.Length)
            {
                length = at;
                return DelimitedState.Whole;
            }

            if (bytes[at] != separator)
            {
                return TakeLineEnd(bytes, at, final, out length);
            }

            at++;
        }
    }

    private static DelimitedState TakeLineEnd(ReadOnlySpan<byte> bytes, int at, bool final, out int length)
    {
        length = at + 1;
        if (bytes[at] == '\r')
        {
            if (length == bytes.Length && !final)
            {
                return DelimitedState.NeedsMore;
            }

            length += length < bytes.Length && bytes[length] == '\n' ? 1 : 0;
        }

        return DelimitedState.Whole;
    }

    private DelimitedState TakePlain(ReadOnlySpan<byte> bytes, ref int at, bool final)
    {
        var length = bytes[at..].IndexOfAny(_ends);
        if (length < 0 && !final)
        {
            return DelimitedState.NeedsMore;
        }

        var end = length < 0 ? bytes.Length : at + length;
        Add(new DelimitedField(at, end, Quoted: false, Doubled: false));
        at = end;
        return DelimitedState.Whole;
    }

    private DelimitedState TakeQuoted(ReadOnlySpan<byte> bytes, ref int at, bool final)
    {
        Place = at;
        var start = at + 1;
        var doubled = false;
        var from = start;
        while (true)
        {
            var quote = bytes[from..].IndexOf((byte)'"');
            if (quote < 0)
            {
                return final ? DelimitedState.Unclosed : DelimitedState.NeedsMore;
            }

            var end = from + quote;
            if (end + 1 == bytes.Length && !final)
            {
                return DelimitedState.NeedsMore;
            }

            if (end + 1 == bytes.Length || _ends.Contains(bytes[end + 1]))
            {
                Add(new DelimitedField(start, end, Quoted: true, doubled));
                at = end + 1;
                return DelimitedState.Whole;
            }

            if (bytes[end + 1] != '"')
            {
                Place = end + 1;
                return DelimitedState.TextAfterQuote;
            }

            (doubled, from) = (true, end + 2);
        }
    }

    private void Add(DelimitedField field)
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, Count * 2);
        }

        _fields[Count++] = field;
    }
}
