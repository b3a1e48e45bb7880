namespace Assay.Classification;

/// <summary>
/// How often each class was expected, predicted, and both: all that accuracy, precision, recall, F, kappa without weights and Matthews'
/// coefficient need. Grows with the classes, not with their square.
/// </summary>
public sealed class ClassCounts
{
    private readonly int[] _support;
    private readonly int[] _predicted;
    private readonly int[] _hits;

    private ClassCounts(int classes) => (_support, _predicted, _hits) = (new int[classes], new int[classes], new int[classes]);

    /// <summary>Rows that have the class as their reference.</summary>
    public ReadOnlySpan<int> Support => _support;

    /// <summary>Rows that were said to be of the class.</summary>
    public ReadOnlySpan<int> Predicted => _predicted;

    /// <summary>Rows of the class that were said to be of it.</summary>
    public ReadOnlySpan<int> Hits => _hits;

    /// <summary>All rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows whose class was found.</summary>
    public int Correct { get; private set; }

    /// <summary>Counts all rows.</summary>
    /// <param name="truth">The class of each row, from 0.</param>
    /// <param name="predicted">The class that each row was said to be of; as many.</param>
    /// <param name="classes">How many classes there are.</param>
    public static ClassCounts Of(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predicted.Length, truth.Length);
        var counts = new ClassCounts(classes);
        for (var i = 0; i < truth.Length; i++) counts.Add(truth[i], predicted[i]);
        return counts;
    }

    /// <summary>Counts some rows by their places; one that comes twice counts twice.</summary>
    public static ClassCounts Of(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int classes, ReadOnlySpan<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predicted.Length, truth.Length);
        var counts = new ClassCounts(classes);
        foreach (var row in rows) counts.Add(truth[row], predicted[row]);
        return counts;
    }

    /// <summary>Whether a row has the class as its reference or was said to be of it.</summary>
    public bool Occurs(int of) => _support[of] + _predicted[of] > 0;

    private void Add(int truth, int predicted)
    {
        Rows++;
        _support[truth]++;
        _predicted[predicted]++;
        if (truth != predicted) return;
        _hits[truth]++;
        Correct++;
    }
}
