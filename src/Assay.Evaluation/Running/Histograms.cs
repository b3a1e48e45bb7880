using Assay.Results;
using Assay.Scoring;

namespace Assay.Running;

/// <summary>Bins scores for a picture: the whole scale where a scale is known, else the range of the scores.</summary>
internal static class Histograms
{
    private const int MostBins = 20;

    /// <summary>Null when no score is finite.</summary>
    public static Histogram? Of(ReadOnlySpan<double> scores, ScoreKind kind)
    {
        var (low, high, finite) = Range(scores);
        if (finite == 0)
        {
            return null;
        }

        if (kind is ScoreKind.PassFail or ScoreKind.UnitInterval)
        {
            (low, high) = (0, 1);
        }
        else if (low == high)
        {
            (low, high) = (low - 0.5, high + 0.5);
        }

        var bins = kind == ScoreKind.PassFail ? 2 : Math.Clamp((int)Math.Ceiling(Math.Log2(finite) + 1), 5, MostBins);
        var counts = new long[bins];
        foreach (var score in scores)
        {
            if (double.IsFinite(score))
            {
                counts[Math.Clamp((int)((score - low) / (high - low) * bins), 0, bins - 1)]++;
            }
        }

        return new Histogram(low, high, counts);
    }

    private static (double Low, double High, int Finite) Range(ReadOnlySpan<double> scores)
    {
        var (low, high, finite) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (var score in scores)
        {
            if (double.IsFinite(score))
            {
                (low, high, finite) = (Math.Min(low, score), Math.Max(high, score), finite + 1);
            }
        }

        return (low, high, finite);
    }
}
