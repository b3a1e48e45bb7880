using System.Globalization;
using System.Runtime.InteropServices;

namespace Assay.Data.Schema;

/// <summary>Gathers what the values of one column are. Few different values are counted; with more, counting ends.</summary>
internal sealed class ColumnStatistics(string name)
{
    private const int LongestValue = 200;

    private Dictionary<string, long>? _values = [];
    private long _filled;
    private int _types;
    private bool _integers = true;
    private bool _numbers = true;
    private bool _booleans = true;

    public string Name => name;

    public void Add(FieldValue value)
    {
        if (value.Text is not { } text)
        {
            return;
        }

        _filled++;
        var type = value.IsText ? ColumnType.Text : TypeOf(text);
        _types |= 1 << (int)type;
        if (type == ColumnType.Text)
        {
            Read(text);
        }

        if (_values is not null)
        {
            Count(_values, text);
        }
    }

    public ColumnProfile Build(long rows)
    {
        var type = Type();
        return new ColumnProfile(name, type, type == ColumnType.Text ? ReadsAs() : null, rows, _filled, Values());
    }

    private static ColumnType TypeOf(string json) => json[0] switch
    {
        '[' => ColumnType.List,
        '{' => ColumnType.Object,
        't' or 'f' => ColumnType.Boolean,
        _ => json.AsSpan().ContainsAny('.', 'e', 'E') ? ColumnType.Number : ColumnType.Integer,
    };

    private void Read(string text)
    {
        _integers = _integers && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        _numbers = _numbers && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        _booleans = _booleans && bool.TryParse(text, out _);
    }

    private void Count(Dictionary<string, long> values, string text)
    {
        if (text.Length > LongestValue)
        {
            _values = null;
            return;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(values, text, out _)++;
        if (values.Count > ColumnProfile.MostValues)
        {
            _values = null;
        }
    }

    private ColumnType Type()
    {
        if (_types == 0)
        {
            return ColumnType.Empty;
        }

        var only = int.IsPow2(_types) ? (ColumnType)int.Log2(_types) : ColumnType.Mixed;
        return _types == (1 << (int)ColumnType.Integer | 1 << (int)ColumnType.Number) ? ColumnType.Number : only;
    }

    private ColumnType? ReadsAs() => _integers ? ColumnType.Integer : _numbers ? ColumnType.Number : _booleans ? ColumnType.Boolean : null;

    private IReadOnlyList<ValueCount>? Values() => _values is null
        ? null
        : [.. _values.Select(pair => new ValueCount(pair.Key, pair.Value)).OrderByDescending(value => value.Rows).ThenBy(value => value.Value, StringComparer.Ordinal)];
}
