using Assay.Classification;
using Assay.Statistics;

namespace Assay.Tests.Classification;

public sealed class ClassificationProperties
{
    [Fact]
    public void RocArea_IsTheShareOfPairsInOrder()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            var (truth, scores) = Random(seed, 60);
            var (won, pairs) = (0.0, 0);
            for (var a = 0; a < truth.Length; a++)
            {
                for (var b = 0; b < truth.Length; b++)
                {
                    if (truth[a] != 1 || truth[b] != 0) continue;
                    pairs++;
                    won += scores[a] > scores[b] ? 1 : scores[a] == scores[b] ? 0.5 : 0;
                }
            }

            new RankedScores(scores).Count(All(truth), truth, 1).RocArea().ShouldBe(won / pairs, 1e-12);
        }
    }

    [Fact]
    public void Resample_IsTheSameAsItsRowsByThemselves()
    {
        var (truth, scores) = Random(7, 200);
        var ranks = new RankedScores(scores);
        var random = new SeededRandom(1);
        for (var round = 0; round < 20; round++)
        {
            int[] rows = [.. Enumerable.Range(0, 200).Select(_ => (int)(random.NextBits() % 200))];
            int[] taken = [.. rows.Select(row => truth[row])];
            var alone = new RankedScores([.. rows.Select(row => scores[row])]).Count(All(taken), taken, 1);
            var counts = ranks.Count(rows, truth, 1);
            counts.RocArea().ShouldBe(alone.RocArea());
            counts.AveragePrecision().ShouldBe(alone.AveragePrecision());
            counts.PrecisionRecallArea().ShouldBe(alone.PrecisionRecallArea());
        }
    }

    [Fact]
    public void WeightedKappa_EqualsTheSumOverTheMatrix()
    {
        var random = new SeededRandom(3);
        for (var round = 0; round < 20; round++)
        {
            int[] truth = [.. Enumerable.Range(0, 80).Select(_ => (int)(random.NextBits() % 5))], predicted = [.. truth.Select(of => random.NextBits() % 2 == 0 ? of : (int)(random.NextBits() % 5))];
            var counts = ClassCounts.Of(truth, predicted, 5);
            var (observed, expected) = (0.0, 0.0);
            for (var i = 0; i < truth.Length; i++)
                for (var j = 0; j < truth.Length; j++)
                    expected += Math.Abs(truth[i] - predicted[j]) / (double)truth.Length;
            for (var i = 0; i < truth.Length; i++) observed += Math.Abs(truth[i] - predicted[i]);
            CohenKappa.Of(counts, truth, predicted, All(truth), KappaWeighting.Linear).ShouldBe(1 - observed / expected, 1e-12);
        }
    }

    [Fact]
    public void Labels_AreSortedByValueWhenAllAreNumbers()
    {
        LabelOrder.Sorted(["10", "9", "9", "-1"]).ShouldBe(["-1", "9", "10"]);
        LabelOrder.Sorted(["10", "9", "b", "B"]).ShouldBe(["10", "9", "B", "b"]);
    }

    private static int[] All(int[] truth) => [.. Enumerable.Range(0, truth.Length)];

    // Few different scores, so that many rows tie.
    private static (int[] Truth, double[] Scores) Random(ulong seed, int rows)
    {
        var random = new SeededRandom(seed);
        int[] truth = [.. Enumerable.Range(0, rows).Select(_ => (int)(random.NextBits() % 2))];
        return (truth, [.. truth.Select(of => (of * 3 + (int)(random.NextBits() % 8)) / 10.0)]);
    }
}
