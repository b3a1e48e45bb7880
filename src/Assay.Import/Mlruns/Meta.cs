using System.Globalization;

namespace Assay.Import.Mlruns;

/// <summary>What a <c>meta.yaml</c> says: values, and maps of values.</summary>
internal sealed class Meta
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _maps = new(StringComparer.Ordinal);

    public bool IsEmpty => _values.Count == 0 && _maps.Count == 0;

    /// <summary>The value; null when it is missing, null or not a single value.</summary>
    public string? Text(string key) => _values.GetValueOrDefault(key);

    /// <summary>The value; null when there is none or it is empty.</summary>
    public string? Filled(string key) => Text(key) is { Length: > 0 } text ? text : null;

    /// <summary>A whole number, also when it is written as 1.5e12; null when there is none.</summary>
    /// <exception cref="DamagedException">It is not a whole number.</exception>
    public long? Integer(string key)
    {
        if (Filled(key) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && real == Math.Floor(real) && Math.Abs(real) < 1e15
            ? (long)real
            : throw new DamagedException($"meta.yaml: {key}: '{text}' is not a whole number");
    }

    /// <summary>The pairs below a key; empty for none.</summary>
    public IReadOnlyDictionary<string, string> Map(string key) => _maps.GetValueOrDefault(key) ?? [];

    public void Set(string key, string value) => _values[key] = value;

    public void Set(string map, string key, string value)
    {
        if (!_maps.TryGetValue(map, out var pairs))
        {
            _maps[map] = pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        pairs[key] = value;
    }
}
