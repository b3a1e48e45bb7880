namespace Assay.Classification;

/// <summary>
/// Scores put in order once, so that the areas under curves of many resamples of their rows need no more sorting. Equal scores stand on one
/// step.
/// </summary>
public sealed class RankedScores
{
    private readonly int[] _steps;
    private readonly int _count;

    /// <summary>Ranks the scores of all rows, the highest first.</summary>
    public RankedScores(ReadOnlySpan<double> scores)
    {
        var sorted = scores.ToArray();
        var rows = new int[sorted.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        Array.Sort(sorted, rows);
        _steps = new int[sorted.Length];
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            if (i < sorted.Length - 1 && sorted[i] != sorted[i + 1]) _count++;
            _steps[rows[i]] = _count;
        }

        _count++;
    }

    /// <summary>How many positive and negative rows stand on each step, from the highest score down.</summary>
    /// <param name="rows">The rows to take in; one that comes twice counts twice.</param>
    /// <param name="truth">The class of each row.</param>
    /// <param name="positive">The class that counts as positive; all others are negative.</param>
    public RankCounts Count(ReadOnlySpan<int> rows, ReadOnlySpan<int> truth, int positive)
    {
        var counts = new RankCounts(_count);
        foreach (var row in rows) counts.Add(_steps[row], truth[row] == positive);
        return counts;
    }

    /// <summary>The same with one class against another; rows of other classes are left out.</summary>
    public RankCounts Count(ReadOnlySpan<int> rows, ReadOnlySpan<int> truth, int positive, int negative)
    {
        var counts = new RankCounts(_count);
        foreach (var row in rows)
            if (truth[row] == positive || truth[row] == negative) counts.Add(_steps[row], truth[row] == positive);
        return counts;
    }
}
