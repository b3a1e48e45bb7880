namespace Assay.Agreement;

/// <summary>How often two raters gave which pair of labels.</summary>
public sealed class ConfusionTable
{
    // Scores that are no categories have as many labels as rows: only the pairs that there are have a place.
    private readonly Dictionary<(int First, int Second), int> _counts;

    private ConfusionTable(double[] labels, Dictionary<(int First, int Second), int> counts, int rows) => (Labels, _counts, Rows) = (labels, counts, rows);

    /// <summary>The labels that either rater gave, ascending.</summary>
    public IReadOnlyList<double> Labels { get; }

    /// <summary>Pairs of labels.</summary>
    public int Rows { get; }

    /// <summary>Pairs of equal labels.</summary>
    public int Agreements => Enumerable.Range(0, Labels.Count).Sum(i => Count(i, i));

    /// <summary>Counts the pairs. Both of the same length; empty gives an empty table.</summary>
    /// <param name="first">The labels of one rater, such as people.</param>
    /// <param name="second">The labels of the other, such as a judge.</param>
    public static ConfusionTable Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        var labels = first.ToArray().Concat(second.ToArray()).Distinct().Order().ToArray();
        var counts = new Dictionary<(int First, int Second), int>();
        for (var i = 0; i < first.Length; i++)
        {
            var pair = (Array.BinarySearch(labels, first[i]), Array.BinarySearch(labels, second[i]));
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        return new ConfusionTable(labels, counts, first.Length);
    }

    /// <summary>Pairs in which the first rater gave one label and the second another, by their places in <see cref="Labels"/>.</summary>
    public int Count(int first, int second) => _counts.GetValueOrDefault((first, second));

    /// <summary>The counts, a row for each label of the first rater.</summary>
    public IReadOnlyList<IReadOnlyList<int>> ToRows() =>
        [.. Enumerable.Range(0, Labels.Count).Select(i => (IReadOnlyList<int>)[.. Enumerable.Range(0, Labels.Count).Select(j => Count(i, j))])];
}
