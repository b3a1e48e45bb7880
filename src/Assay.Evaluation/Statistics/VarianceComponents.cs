namespace Assay.Statistics;

/// <summary>
/// How much of the scores' variance is between rows and how much within them, from rows that were answered several times: one-way analysis of
/// variance with random effects, rows with unequal numbers of answers included (Searle, Casella and McCulloch 1992, section 3.6).
/// </summary>
/// <param name="Question">The variance between rows, of their true means: what asking other questions changes. 0 where the estimate is below.</param>
/// <param name="Noise">The variance within rows: what asking the model again changes.</param>
internal readonly record struct VarianceComponents(double Question, double Noise)
{
    /// <summary>Null when fewer than two rows have a score, or no row has two.</summary>
    /// <param name="rows">The scores of each row's answers; at least one each.</param>
    public static VarianceComponents? Of(IReadOnlyList<double[]> rows)
    {
        double answers = rows.Sum(row => row.Length), freedom = answers - rows.Count;
        if (rows.Count < 2 || freedom < 1)
        {
            return null;
        }

        var means = rows.Select(row => Aggregates.Mean(row)!.Value).ToArray();
        double grand = 0, within = 0, squares = 0;
        for (var i = 0; i < means.Length; i++)
        {
            grand += rows[i].Length * means[i] / answers;
            within += PairwiseSum.OfSquaredDeviations(rows[i], means[i]);
            squares += (double)rows[i].Length * rows[i].Length;
        }

        var between = Enumerable.Range(0, means.Length).Sum(i => rows[i].Length * (means[i] - grand) * (means[i] - grand));
        var noise = within / freedom;
        var typical = (answers - squares / answers) / (rows.Count - 1);
        return new(Math.Max(0, (between / (rows.Count - 1) - noise) / typical), noise);
    }

    /// <summary>The standard error of the mean of so many rows, each asked so often.</summary>
    public double StandardError(double rows, double repeats) => Math.Sqrt((Question + Noise / repeats) / rows);

    /// <summary>
    /// What a new row must cost, in calls, for one repeat more of every row to buy more than new rows do: from K · (K + 1) · question / noise on.
    /// (n rows cost n · (row + K) calls; the variance is (question + noise / K) / n.) Infinite without noise.
    /// </summary>
    public double CallsPerRowForRepeats(double repeats) => repeats * (repeats + 1) * Question / Noise;
}
