using System.Globalization;

namespace Assay.Cli.Settings;

/// <summary>The settings that were given, wherever; read by type, with errors that name where the value was given.</summary>
internal sealed class SettingBag
{
    private readonly Dictionary<string, List<SettingValue>> _values = [];

    public void Add(string name, SettingValue value)
    {
        if (!_values.TryGetValue(name, out var values))
        {
            _values[name] = values = [];
        }

        values.Add(value);
    }

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Settings of this bag where it has them, else those of the other one.</summary>
    public SettingBag Over(SettingBag other)
    {
        var merged = new SettingBag();
        foreach (var name in _values.Keys.Union(other._values.Keys))
        {
            merged._values[name] = _values.TryGetValue(name, out var mine) ? mine : other._values[name];
        }

        return merged;
    }

    public IReadOnlyList<SettingValue> All(string name) => _values.GetValueOrDefault(name) ?? [];

    public SettingValue? Last(string name) => _values.TryGetValue(name, out var values) ? values[^1] : null;

    public string? Text(string name) => Last(name)?.Text;

    public bool Switch(string name) => Last(name) is { } value && (value.Text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new BadInputException($"{value.Origin}: '{value.Text}' is neither true nor false"),
    });

    public int? Integer(string name, int least, int most = int.MaxValue)
    {
        if (Last(name) is not { } value)
        {
            return null;
        }

        return int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new BadInputException($"{value.Origin}: '{value.Text}' is not a whole number {Range(least, most)}");
    }

    public double? Number(string name, double least, double most)
    {
        if (Last(name) is not { } value)
        {
            return null;
        }

        return double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{value.Origin}: '{value.Text}' is not a number {Range(least, most)}"));
    }

    private static string Range(double least, double most) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(most < double.MaxValue ? $"from {least} to {most}" : least == double.Epsilon ? "above 0" : $"of at least {least}")}");

    private static string Range(int least, int most) => string.Create(
        CultureInfo.InvariantCulture, $"{(most == int.MaxValue ? $"of at least {least}" : $"from {least} to {most}")}");
}
