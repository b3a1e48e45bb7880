using Assay.Comparisons;
using Assay.Statistics;

namespace Assay.Benchmarks.Simulations;

/// <summary>Many simulated pairs of runs of one kind: two shapes, a number of rows, a correlation, a shift between the two.</summary>
/// <param name="A">The first run's scores.</param>
/// <param name="B">The second run's.</param>
/// <param name="Rows">Rows of a run.</param>
/// <param name="Correlation">Of the normal numbers behind the two scores of a row.</param>
/// <param name="Shift">Of the second run's normal numbers.</param>
internal sealed record PairedCell(PairedFamily A, PairedFamily B, int Rows, double Correlation, double Shift = 0)
{
    /// <summary>How often each test says that the two differ at 5 %, and how often each interval at 95 % holds the true difference.</summary>
    public PairedRates Run(int samples, ulong seed)
    {
        PairedTest[] tests = A.IsPassFail && B.IsPassFail
            ? [PairedTest.McNemarMidP, PairedTest.McNemarExact, PairedTest.McNemar]
            : [PairedTest.Permutation, PairedTest.T, PairedTest.Wilcoxon, PairedTest.Sign];
        var truth = B.Mean(Shift) - A.Mean(0);
        var rejected = new int[tests.Length];
        var intervals = A.IsPassFail ? new[] { "default", "Tango", "Bonett-Price", "Newcombe 10" } : ["default", "paired t"];
        var (covered, widths) = (new int[intervals.Length], new double[intervals.Length]);
        var gate = new Lock();
        Parallel.For(0, samples, sample =>
        {
            var (a, b) = Draw(new SeededRandom(seed, (ulong)sample));
            var differences = a.Zip(b, (x, y) => y - x).ToArray();
            var says = tests.Select(test => PValue(test, differences) <= 0.05).ToArray();
            var ends = Intervals(a, b, differences);
            lock (gate)
            {
                for (var i = 0; i < tests.Length; i++) rejected[i] += says[i] ? 1 : 0;
                for (var i = 0; i < ends.Length; i++)
                {
                    // An interval that there is none of covers nothing.
                    covered[i] += ends[i] is { } end && end.Low <= truth + 1e-9 && end.High >= truth - 1e-9 ? 1 : 0;
                    widths[i] += ends[i] is { } wide ? wide.High - wide.Low : 0;
                }
            }
        });
        return new PairedRates(
            tests.Zip(rejected).ToDictionary(of => PairedTestNames.Of(of.First), of => (double)of.Second / samples),
            intervals.Zip(covered).ToDictionary(of => of.First, of => (double)of.Second / samples),
            intervals.Zip(widths).ToDictionary(of => of.First, of => of.Second / samples));
    }

    private (double[] A, double[] B) Draw(SeededRandom random)
    {
        var (a, b) = (new double[Rows], new double[Rows]);
        var own = Math.Sqrt(1 - (Correlation * Correlation));
        for (var row = 0; row < Rows; row++)
        {
            // Box and Muller's two independent normal numbers.
            var (radius, angle) = (Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), 2 * Math.PI * random.NextDouble());
            var (first, second) = (radius * Math.Cos(angle), radius * Math.Sin(angle));
            a[row] = A.Of(first);
            b[row] = B.Of((Correlation * first) + (own * second) + Shift);
        }

        return (a, b);
    }

    private static double PValue(PairedTest test, double[] differences)
    {
        int gained = differences.Count(d => d > 0), lost = differences.Count(d => d < 0);
        var p = test switch
        {
            PairedTest.McNemarMidP => McNemarTest.MidP(gained, lost),
            PairedTest.McNemarExact => McNemarTest.Exact(gained, lost),
            PairedTest.McNemar => McNemarTest.Asymptotic(gained, lost),
            PairedTest.T => PairedTTest.Of(differences).PValue,
            PairedTest.Wilcoxon => WilcoxonTest.Of(differences).PValue,
            PairedTest.Sign => SignTest.Of(differences).PValue,
            _ => SignFlipTest.Of(differences).PValue,
        };
        return double.IsNaN(p) ? 1 : p;
    }

    private Interval?[] Intervals(double[] a, double[] b, double[] differences)
    {
        if (!A.IsPassFail)
        {
            var isUnit = a.Concat(b).All(score => score is >= 0 and <= 1);
            return [PairedMeans.Difference(differences, isUnit).Interval, ConfidenceIntervals.StudentT(differences)];
        }

        int gained = differences.Count(d => d > 0), lost = differences.Count(d => d < 0), both = a.Zip(b).Count(row => row is (1, 1));
        return
        [
            PairedProportions.Difference(gained, lost, Rows).Interval, PairedProportions.Tango(gained, lost, Rows),
            PairedProportions.BonettPrice(gained, lost, Rows), PairedProportions.Newcombe(both, gained, lost, Rows),
        ];
    }
}
