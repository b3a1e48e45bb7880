using Assay.Naming;
using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>How much the two scores of a row differ by chance: what the number of rows that a comparison needs depends on.</summary>
/// <param name="IsPassFail">Whether scores are pass or fail.</param>
/// <param name="Value">Of pass or fail the share of rows on which the runs disagree; else the standard deviation of the differences.</param>
/// <param name="Basis">Where it comes from, for people to read.</param>
public sealed record PairedSpread(bool IsPassFail, double Value, string Basis)
{
    /// <summary>Of two pass rates and the correlation (phi) of the two, as assumed.</summary>
    public static PairedSpread OfPassRates(double first, double second, double correlation)
    {
        var differing = PairedPower.Differing(first, second, correlation);
        return new(true, differing, FormattableString.Invariant($"pass rates {first:0.###} and {second:0.###}, correlation {correlation:0.##}: {differing:0.###} of the rows differ"));
    }

    /// <summary>Of the standard deviation of one run's scores and the correlation of the two, as assumed.</summary>
    public static PairedSpread OfMeans(double deviation, double correlation)
    {
        var differences = deviation * Math.Sqrt(2 * (1 - correlation));
        return new(false, differences, FormattableString.Invariant($"standard deviation {deviation:G4}, correlation {correlation:0.##}: {differences:G4} of the differences"));
    }

    /// <summary>Of two pilot runs over the same rows.</summary>
    /// <exception cref="BadInputException">They share no rows or no such metric, or too few rows to tell.</exception>
    public static async Task<PairedSpread> OfRuns(
        IAssayStore store, string first, string second, string? metric = null, CancellationToken cancellationToken = default)
    {
        var (runs, _) = await RunPair.ReadAsync(store, first, second, cancellationToken).ConfigureAwait(false);
        var shared = runs[0].Columns.Where(column => runs[1].Columns.Exists(of => of.Scorer.Name == column.Scorer.Name)).ToList();
        var keys = shared.Select(column => ComparedMetric.KeyOf(column.Scorer)).ToList();
        var found = metric is null
            ? shared.Count == 1 ? shared[0] : throw new BadInputException($"--metric: which one? The runs share {string.Join(", ", keys)}")
            : shared.Find(column => metric == column.Scorer.Name || metric == ComparedMetric.KeyOf(column.Scorer))
                ?? throw new BadInputException($"--metric {metric}: the runs share no such metric; they share {string.Join(", ", keys)}{NameSuggestion.Ending(metric, keys)}");
        var pairs = PairedScores.Of(runs[0], runs[1], found, runs[1].Columns.Find(of => of.Scorer.Name == found.Scorer.Name)!);
        var rows = pairs.Differences.Length;
        if (rows < ConfidenceIntervals.EnoughRows)
        {
            throw new BadInputException($"the pilot runs share {rows} scored rows; {ConfidenceIntervals.EnoughRows} are needed to tell how much rows differ");
        }

        var name = ComparedMetric.KeyOf(found.Scorer);
        if (pairs.IsPassFail)
        {
            var differing = pairs.Differences.Count(difference => difference != 0);
            return new(true, (differing + 0.5) / (rows + 1), $"{name} over {rows} shared rows of the pilot runs: {differing} differ");
        }

        var deviation = Math.Sqrt(Aggregates.Variance(pairs.Differences)!.Value * rows / (rows - 1));
        return deviation > 0
            ? new(false, deviation, FormattableString.Invariant($"{name} over {rows} shared rows of the pilot runs: the differences have a standard deviation of {deviation:G4}"))
            : throw new BadInputException($"{name}: no row differs between the pilot runs, so they do not say how much rows do; give --sd instead");
    }
}
