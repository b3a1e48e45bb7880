namespace Assay.Classification;

/// <summary>
/// Which class was taken for which, and each class's figures: small, however many labels there are, since all but the most frequent are
/// folded into one.
/// </summary>
public sealed record ConfusionMatrix
{
    /// <summary>As many labels have a row and a column of their own; the others share the last.</summary>
    public const int MostLabels = 20;

    /// <summary>The labels of rows and columns, in their order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Counts: a list for each expected label, in it a count for each predicted one.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }

    /// <summary>The figures of each label that has a row of its own.</summary>
    public required IReadOnlyList<LabelFigures> Figures { get; init; }

    /// <summary>The label that counts as positive; null when none does.</summary>
    public string? Positive { get; init; }

    /// <summary>How many labels share the last row and column; 0 when each has its own.</summary>
    public int Others { get; init; }

    /// <summary>The matrix of all rows.</summary>
    /// <param name="labels">The labels, by class number.</param>
    /// <param name="truth">The class of each row.</param>
    /// <param name="predicted">The class that each row was said to be of.</param>
    /// <param name="positive">The class that counts as positive, or -1.</param>
    public static ConfusionMatrix Of(IReadOnlyList<string> labels, ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int positive = -1)
    {
        var counts = ClassCounts.Of(truth, predicted, labels.Count);
        var kept = Kept(counts, labels.Count);
        var folds = kept.Length < labels.Count;
        var places = new int[labels.Count];
        Array.Fill(places, kept.Length);
        for (var i = 0; i < kept.Length; i++) places[kept[i]] = i;
        var size = kept.Length + (folds ? 1 : 0);
        var cells = new int[size][];
        for (var i = 0; i < size; i++) cells[i] = new int[size];
        for (var i = 0; i < truth.Length; i++) cells[places[truth[i]]][places[predicted[i]]]++;
        return new ConfusionMatrix
        {
            Labels = [.. kept.Select(of => labels[of]), .. folds ? new[] { "other" } : []],
            Counts = cells,
            Figures = [.. kept.Select(of => LabelFigures.Of(labels[of], counts, of))],
            Positive = positive < 0 ? null : labels[positive],
            Others = labels.Count - kept.Length,
        };
    }

    private static int[] Kept(ClassCounts counts, int classes)
    {
        var all = Enumerable.Range(0, classes);
        if (classes <= MostLabels) return [.. all];
        var frequencies = new int[classes];
        for (var i = 0; i < classes; i++) frequencies[i] = counts.Support[i] + counts.Predicted[i];
        return [.. all.OrderByDescending(of => frequencies[of]).ThenBy(of => of).Take(MostLabels).Order()];
    }
}
