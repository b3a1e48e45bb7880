namespace Assay.Classification;

/// <summary>
/// Agreement beyond chance (Cohen 1960, 1968), equal to scikit-learn 1.2.1's <c>cohen_kappa_score</c>: −1 to 1, higher is better, 0 is what
/// chance gives. NaN when all rows have one class on both sides, and without rows.
/// </summary>
public static class CohenKappa
{
    /// <summary>Without weights.</summary>
    public static double Of(ClassCounts counts)
    {
        double observed = counts.Rows - counts.Correct, rows = counts.Rows, agreeing = 0;
        for (var i = 0; i < counts.Support.Length; i++) agreeing += (double)counts.Support[i] * counts.Predicted[i];
        return 1 - observed * rows / (rows * rows - agreeing);
    }

    /// <summary>With weights by the distance of the classes, whose numbers are their places on the scale.</summary>
    /// <param name="counts">The counts of the same rows.</param>
    /// <param name="truth">The class of each row.</param>
    /// <param name="predicted">The class that each row was said to be of.</param>
    /// <param name="rows">The rows to take in.</param>
    /// <param name="weighting">The weights.</param>
    public static double Of(
        ClassCounts counts, ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<int> rows, KappaWeighting weighting)
    {
        if (weighting == KappaWeighting.None) return Of(counts);
        double observed = 0;
        foreach (var row in rows)
        {
            double distance = Math.Abs(truth[row] - predicted[row]);
            observed += weighting == KappaWeighting.Linear ? distance : distance * distance;
        }

        var expected = weighting == KappaWeighting.Linear ? LinearExpected(counts) : QuadraticExpected(counts);
        return 1 - observed * counts.Rows / expected;
    }

    // The distance of i and j is the number of steps between them; each step is crossed by those below it against those above.
    private static double LinearExpected(ClassCounts counts)
    {
        double expected = 0, support = 0, predicted = 0, rows = counts.Rows;
        for (var i = 0; i < counts.Support.Length; i++)
        {
            support += counts.Support[i];
            predicted += counts.Predicted[i];
            expected += support * (rows - predicted) + predicted * (rows - support);
        }

        return expected;
    }

    private static double QuadraticExpected(ClassCounts counts)
    {
        double squares = 0, support = 0, predicted = 0;
        for (var i = 0; i < counts.Support.Length; i++)
        {
            squares += (double)i * i * (counts.Support[i] + counts.Predicted[i]);
            support += (double)i * counts.Support[i];
            predicted += (double)i * counts.Predicted[i];
        }

        return squares * counts.Rows - 2 * support * predicted;
    }
}
