using System.Globalization;
using Assay.Data;

namespace Assay.Labels;

/// <summary>
/// The labels that there are, and the other words that mean them. Without any, every value is its own label, as it is written.
/// </summary>
internal sealed class LabelNames
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Any value is a label.</summary>
    public static LabelNames Any { get; } = new();

    /// <summary>The labels in the order given, which is that of a scale.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Each word that means a label, the label itself among them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Words => _labels;

    /// <summary>
    /// Labels apart by <c>|</c>: <c>positive|negative</c>, with other words for them behind <c>=</c> (<c>positive=1=good</c>), or before
    /// <c>:</c> (<c>1:positive</c>).
    /// </summary>
    /// <exception cref="FormatException">A word is empty, or means two labels.</exception>
    public static LabelNames Parse(params ReadOnlySpan<string?> lists)
    {
        var names = new LabelNames();
        foreach (var list in lists)
            foreach (var entry in list?.Split('|') ?? [])
                names.Add(entry);
        return names;
    }

    /// <summary>The label that a value means, white space around it apart; null when it is none of the labels.</summary>
    public string? Of(FieldValue value) => Labels.Count == 0 ? Written(value) : _labels.GetValueOrDefault(Written(value));

    /// <summary>Why a value is no label.</summary>
    public string Unknown(string whose, FieldValue value) =>
        $"{whose} '{Short(Written(value))}' is none of the labels {string.Join(", ", Labels)}";

    // 1, 1.0 and 1e0 are one number; a text is as it is written.
    private static string Written(FieldValue value) => value.IsText || !double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? value.Text!.Trim()
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Short(string text)
    {
        const int Longest = 40;
        return text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    private void Add(string entry)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        var words = entry[(colon + 1)..].Split('=', StringSplitOptions.TrimEntries);
        var label = _labels.GetValueOrDefault(words[0], words[0]);
        if (!Labels.Contains(label)) Labels.Add(label);
        foreach (var word in colon < 0 ? words : [.. words, entry[..colon].Trim()])
        {
            if (word.Length == 0) throw new FormatException($"'{entry}' names no label; an example: positive=1=good|negative=0=bad");
            if (!_labels.TryAdd(word, label) && _labels[word] != label)
                throw new FormatException($"'{word}' means both '{_labels[word]}' and '{label}'; let it mean one");
        }
    }
}
