using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>Where three or more runs stand: how often each comes first when the rows are drawn again, and which cannot be told apart.</summary>
internal sealed class RankingBuilder(IReadOnlyList<RunScores> runs, ComparisonOptions options)
{
    private const int Batch = 25;
    private const long MostWork = 400_000_000;

    public IEnumerable<MetricRanking> Build()
    {
        foreach (var scorer in runs[0].Columns.Select(column => column.Scorer).Where(scorer => scorer.Direction != ScoreDirection.None))
        {
            var columns = runs.Select(run => run.Columns.Find(column => column.Scorer.Name == scorer.Name)).OfType<ScoreColumn>().ToList();
            if (columns.Count == runs.Count && Rank(scorer, columns) is { } ranking) yield return ranking;
        }
    }

    private MetricRanking? Rank(ScorerDescription scorer, List<ScoreColumn> columns)
    {
        var rows = new List<double[]>();
        for (var place = 0; place < runs[0].Keys.Count; place++)
        {
            var key = runs[0].Keys[place];
            var scores = runs.Select((run, i) => run.Find(key) is >= 0 and var at ? columns[i][at] : double.NaN).ToArray();
            if (scores.All(double.IsFinite)) rows.Add(scores);
        }

        if (rows.Count == 0) return null;
        var sign = scorer.Direction == ScoreDirection.Higher ? 1 : -1;
        var shares = FirstShares(rows, sign);
        var mayBeBest = MayBeBest(columns, sign);
        var ranked = runs.Select((run, i) => new RankedRun(run.Id, rows.Average(row => row[i]), shares[i], mayBeBest[i]));
        return new MetricRanking(ComparedMetric.KeyOf(scorer), rows.Count, [.. ranked.OrderByDescending(run => sign * run.Mean)]);
    }

    private double[] FirstShares(List<double[]> rows, int sign)
    {
        var samples = (int)Math.Clamp(MostWork / rows.Count / runs.Count, 200, 2000);
        var wins = new double[(samples + Batch - 1) / Batch][];
        Parallel.For(0, wins.Length, batch =>
        {
            var random = new SeededRandom(options.Seed, (ulong)batch);
            wins[batch] = new double[runs.Count];
            for (var sample = batch * Batch; sample < Math.Min(samples, (batch + 1) * Batch); sample++)
            {
                var sums = new double[runs.Count];
                for (var drawn = 0; drawn < rows.Count; drawn++)
                {
                    var row = rows[random.Next(rows.Count)];
                    for (var run = 0; run < sums.Length; run++) sums[run] += sign * row[run];
                }

                // Sums in another order differ in the last digits: those are ties.
                var best = sums.Max() - (1e-12 * sums.Max(Math.Abs));
                var first = sums.Count(sum => sum >= best);
                for (var run = 0; run < sums.Length; run++) wins[batch][run] += sums[run] >= best ? 1.0 / first : 0;
            }
        });
        return [.. Enumerable.Range(0, runs.Count).Select(run => wins.Sum(batch => batch[run]) / samples)];
    }

    private bool[] MayBeBest(List<ScoreColumn> columns, int sign)
    {
        var pairs = new List<(int A, int B, PairAnalysis Analysis)>();
        for (var a = 0; a < runs.Count; a++)
        {
            for (var b = a + 1; b < runs.Count; b++)
            {
                pairs.Add((a, b, new PairAnalysis(PairedScores.Of(runs[a], runs[b], columns[a], columns[b]), options.Test, options.Seed)));
            }
        }

        var adjusted = HolmCorrection.Adjust([.. pairs.Select(pair => pair.Analysis.P)]);
        var mayBeBest = Enumerable.Repeat(true, runs.Count).ToArray();
        for (var i = 0; i < pairs.Count; i++)
        {
            if (!(adjusted[i] <= 1 - options.Confidence)) continue;
            var (a, b, analysis) = pairs[i];
            mayBeBest[sign * (analysis.B - analysis.A) > 0 ? a : b] = false;
        }

        return mayBeBest;
    }
}
