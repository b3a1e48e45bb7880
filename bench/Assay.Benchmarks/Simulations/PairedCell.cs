using Assay.Comparisons;
using Assay.Statistics;

namespace Assay.Benchmarks.Simulations;

/// <summary>Many simulated pairs of runs of one kind: two families, a number of rows, a correlation, a shift between the two, repeats.</summary>
/// <param name="A">The first run's scores.</param>
/// <param name="B">The second run's.</param>
/// <param name="Rows">Rows of a run.</param>
/// <param name="Correlation">
/// Of the normal numbers behind any two scores of a row: the share of their variance that is the question's; the rest is each answer's own.
/// </param>
/// <param name="Shift">Of the second run's normal numbers.</param>
/// <param name="Repeats">How often each run asks each row; the mean is the row's score.</param>
internal sealed record PairedCell(ScoreFamily A, ScoreFamily B, int Rows, double Correlation, double Shift = 0, int Repeats = 1)
{
    private bool IsPassFail => Repeats == 1 && A.Scale == ScaleOfScores.PassFail && B.Scale == ScaleOfScores.PassFail;

    /// <summary>How often each test says that the two differ at 5 %, and how often each interval at 95 % holds the true difference.</summary>
    public PairedRates Run(int samples, ulong seed)
    {
        PairedTest[] tests = IsPassFail
            ? [PairedTest.McNemarMidP, PairedTest.McNemarExact, PairedTest.McNemar]
            : [PairedTest.Permutation, PairedTest.T, PairedTest.Wilcoxon, PairedTest.Sign];
        var truth = B.MeanWhenShifted(Shift) - A.Mean;
        var rejected = new int[tests.Length];
        var intervals = IsPassFail ? new[] { "default", "Tango", "Bonett-Price", "Newcombe 10" } : ["default", "paired t"];
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
        double shared = Math.Sqrt(Correlation), own = Math.Sqrt(1 - Correlation);
        for (var row = 0; row < Rows; row++)
        {
            var question = shared * Normals(ref random).First;
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var (first, second) = Normals(ref random);
                a[row] += A.OfNormal(question + (own * first)) / Repeats;
                b[row] += B.OfNormal(question + (own * second) + Shift) / Repeats;
            }
        }

        return (a, b);
    }

    // Box and Muller's two independent normal numbers.
    private static (double First, double Second) Normals(ref SeededRandom random)
    {
        var (radius, angle) = (Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), 2 * Math.PI * random.NextDouble());
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
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
        if (!IsPassFail)
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
