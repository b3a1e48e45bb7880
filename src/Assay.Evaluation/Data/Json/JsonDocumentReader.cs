using System.Text;
using System.Text.Json;

namespace Assay.Data.Json;

/// <summary>
/// Rows of one JSON document, never held as a whole: an array of objects, or <c>{"columns": […], "data": [[…], …]}</c> in that order (other
/// members, such as the <c>index</c> that pandas writes, are passed over).
/// </summary>
internal sealed class JsonDocumentReader(InputBuffer input) : RowReader(input)
{
    private readonly JsonRowParser _parser = new(input.Source);
    private TextPlace _place = TextPlace.StartOf(1);
    private Step _next = Step.Document;
    private string[]? _columns;
    private string _member = "";

    private enum Step
    {
        Document,
        FirstMember,
        Member,
        Value,
        AfterMember,
        FirstRow,
        Row,
        AfterRow,
        End,
    }

    private bool IsTable => _columns is not null;

    protected override bool TryRead(out RawRow row)
    {
        row = default;
        while (SkipSpace())
        {
            var first = Input.Available[0];
            var moved = _next switch
            {
                Step.Document => Enter(first),
                Step.FirstMember or Step.Member => TakeName(),
                Step.Value => TakeValue(),
                Step.AfterMember => Separate(first, '}', Step.Member, Step.End),
                Step.AfterRow => Separate(first, ']', Step.Row, IsTable ? Step.AfterMember : Step.End),
                Step.FirstRow when first == ']' => Separate(first, ']', Step.Row, IsTable ? Step.AfterMember : Step.End),
                Step.End => throw Unexpected("the end of the document"),
                _ => TakeRow(out row),
            };
            if (!moved || _next == Step.AfterRow && row.Columns is not null)
            {
                return moved;
            }
        }

        return !Input.Ended || _next == Step.End ? false : throw Unexpected("more: the document is not whole");
    }

    private bool Enter(byte first)
    {
        _next = first switch { (byte)'[' => Step.FirstRow, (byte)'{' => Step.FirstMember, _ => throw Unexpected("a list of objects") };
        Advance(1);
        return true;
    }

    private bool TakeName()
    {
        if (!TryMeasure(out var length))
        {
            return false;
        }

        var reader = new Utf8JsonReader(Input.Available[..length]);
        reader.Read();
        _member = reader.TokenType == JsonTokenType.String ? JsonFieldReader.Text(ref reader) : throw Unexpected("a name in quotes");
        var rest = Input.Available[length..];
        var colon = rest.IndexOfAnyExcept(" \t\r\n"u8);
        if (colon < 0)
        {
            return Input.Ended ? throw Unexpected("a colon") : false;
        }

        Advance(length + colon);
        if (Input.Available[0] != ':')
        {
            throw Unexpected("a colon");
        }

        Advance(1);
        _next = Step.Value;
        return true;
    }

    private bool TakeValue()
    {
        if (_member == "data" && Input.Available[0] == '[')
        {
            Advance(1);
            _next = Step.FirstRow;
            return IsTable ? true : throw _parser.Bad(_place, "\"data\" comes before \"columns\"; write \"columns\" first");
        }

        if (!TryMeasure(out var length))
        {
            return false;
        }

        if (_member == "columns")
        {
            _columns = JsonTableColumns.Read(Input.Available[..length], _parser, _place);
        }

        Advance(length);
        _next = Step.AfterMember;
        return true;
    }

    private bool TakeRow(out RawRow row)
    {
        row = default;
        if (!TryMeasure(out var length))
        {
            return false;
        }

        var bytes = Input.Available[..length];
        row = _columns is null ? _parser.ParseObject(bytes, _place) : _parser.ParseList(bytes, _place, _columns);
        Advance(length);
        _next = Step.AfterRow;
        return true;
    }

    private bool Separate(byte first, char close, Step next, Step closed)
    {
        _next = first == close ? closed : first == ',' && _next != Step.FirstRow ? next : throw Unexpected($"a comma or {close}");
        Advance(1);
        return true;
    }

    /// <summary>How long the value at the front is; false when it is not whole yet.</summary>
    private bool TryMeasure(out int length)
    {
        length = 0;
        var reader = new Utf8JsonReader(Input.Available, Input.Ended, default);
        try
        {
            // A reader that is not at the end of its data takes one value and does not look behind it.
            if (!reader.Read() || !reader.TrySkip())
            {
                return false;
            }
        }
        catch (JsonException error)
        {
            throw _parser.Broken(error, Input.Available, _place);
        }

        length = (int)reader.BytesConsumed;
        return true;
    }

    private bool SkipSpace()
    {
        var space = Input.Available.IndexOfAnyExcept(" \t\r\n"u8);
        Advance(space < 0 ? Input.Available.Length : space);
        return !Input.Available.IsEmpty;
    }

    private void Advance(int count)
    {
        _place = _place.After(Input.Available[..count]);
        Line = _place.Line;
        Input.Advance(count);
    }

    private BadInputException Unexpected(string expected)
    {
        var found = Input.Available.IsEmpty ? "the end of the file"
            : Rune.DecodeFromUtf8(Input.Available, out var character, out _) == System.Buffers.OperationStatus.Done ? $"'{character}'" : "a broken character";
        return new BadInputException(
            $"{Input.Source}, line {_place.Line}, column {_place.Column}: not valid JSON: {found} instead of {expected}; correct it");
    }
}
