using System.Globalization;

namespace Assay.Classification;

/// <summary>The order of labels, which says which is the positive one (the last) and how far two are apart on a scale.</summary>
public static class LabelOrder
{
    /// <summary>Each label once: by value when all are numbers, else by their characters, as numpy's <c>unique</c> sorts them.</summary>
    public static string[] Sorted(IEnumerable<string> labels)
    {
        var distinct = labels.Distinct(StringComparer.Ordinal).ToArray();
        return Array.TrueForAll(distinct, label => Number(label) is not null)
            ? [.. distinct.OrderBy(label => Number(label)!.Value).ThenBy(label => label, StringComparer.Ordinal)]
            : [.. distinct.Order(StringComparer.Ordinal)];
    }

    private static double? Number(string label) =>
        double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
