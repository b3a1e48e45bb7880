using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>The scores that two runs gave the same rows.</summary>
internal sealed class PairedScores
{
    private PairedScores(double[] a, double[] b, int[] places, UInt128[]? groups, int notScored)
    {
        (A, B, Places, NotScored) = (a, b, places, notScored);
        Differences = new double[a.Length];
        for (var i = 0; i < a.Length; i++) Differences[i] = b[i] - a[i];
        if (groups is not null) Clusters = Statistics.Clusters.Of(Differences, groups);
    }

    public double[] A { get; }

    public double[] B { get; }

    /// <summary>B − A, row by row.</summary>
    public double[] Differences { get; }

    /// <summary>Where each row is in the first run.</summary>
    public int[] Places { get; }

    /// <summary>Rows of both runs without a score in one of them.</summary>
    public int NotScored { get; }

    /// <summary>The rows by group; null when each stands for itself.</summary>
    public Statistics.Clusters? Clusters { get; }

    public bool IsPassFail { get; private init; }

    public bool IsUnit { get; private init; }

    public static PairedScores Of(RunScores first, RunScores second, ScoreColumn a, ScoreColumn b)
    {
        var (scoresA, scoresB, places, groups) = (new List<double>(), new List<double>(), new List<int>(), new List<UInt128>());
        var notScored = 0;
        for (var place = 0; place < first.Keys.Count; place++)
        {
            var other = second.Find(first.Keys[place]);
            if (other < 0) continue;
            var (x, y) = (a[place], b[other]);
            if (double.IsNaN(x) || double.IsNaN(y))
            {
                notScored++;
                continue;
            }

            scoresA.Add(x);
            scoresB.Add(y);
            places.Add(place);
            if (first.Group(place) is { } group) groups.Add(group);
        }

        var isUnit = IsBounded(a.Scorer) && IsBounded(b.Scorer) && scoresA.Concat(scoresB).All(score => score is >= 0 and <= 1);
        return new PairedScores([.. scoresA], [.. scoresB], [.. places], groups.Count > 0 ? [.. groups] : null, notScored)
        {
            IsUnit = isUnit,
            IsPassFail = isUnit && scoresA.Concat(scoresB).All(score => score is 0 or 1),
        };
    }

    // A mean over repeats is no pass or fail any more; a metric between 0 and 1 that is 0 or 1 on every row is as good as one.
    private static bool IsBounded(ScorerDescription scorer) => scorer.Kind is ScoreKind.PassFail or ScoreKind.UnitInterval;
}
