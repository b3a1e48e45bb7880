using Assay.Classification;

namespace Assay.Scoring.Scorers.Classification;

/// <summary>Precision, recall and F of labels, averaged as asked, or as suits their number.</summary>
internal static class LabelAverages
{
    /// <summary>The parameter <c>average</c>; null without it.</summary>
    public static ClassAverage? Read(ScorerParameters given) => given.OneOf("average", ["auto", "binary", "micro", "macro", "weighted"]) switch
    {
        "binary" => ClassAverage.Binary,
        "micro" => ClassAverage.Micro,
        "macro" => ClassAverage.Macro,
        "weighted" => ClassAverage.Weighted,
        _ => null,
    };

    /// <summary>
    /// Without an average: of the positive label when there are two or it was named, else weighted. Null for the positive label of more than
    /// two when none was named, or when no row has the named one.
    /// </summary>
    public static ClassFigures? Of(LabelColumns columns, ClassCounts counts, ClassAverage? average, double zeroDivision = 0, bool isPositiveNamed = false)
    {
        var chosen = average ?? (columns.IsBinary || isPositiveNamed ? ClassAverage.Binary : ClassAverage.Weighted);
        if (chosen != ClassAverage.Binary) return PrecisionRecall.Average(counts, columns.Occurring(counts), chosen, zeroDivision: zeroDivision);
        return columns.Positive < 0 || !(columns.IsBinary || isPositiveNamed)
            ? null
            : PrecisionRecall.Of(counts, columns.Positive, zeroDivision: zeroDivision);
    }
}
