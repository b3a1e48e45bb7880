using System.Runtime.InteropServices;

namespace Assay.Statistics;

/// <summary>
/// Collects one scorer's scores, eight bytes each, and the count of rows without one. For use by one thread at a time.
/// </summary>
public sealed class ScoreColumn
{
    private readonly List<double> _scores = [];

    /// <summary>Rows without a score.</summary>
    public int Missing { get; private set; }

    /// <summary>The scores, in the order in which they were added; valid until the next is added.</summary>
    public ReadOnlySpan<double> Scores => CollectionsMarshal.AsSpan(_scores);

    /// <summary>Adds a row's score; null for a row that has none.</summary>
    public void Add(double? score)
    {
        if (score is { } value) _scores.Add(value);
        else Missing++;
    }

    /// <summary>Aggregates the scores so far; sorts a copy of them.</summary>
    public AggregateSet Aggregate()
    {
        var sorted = Scores.ToArray();
        Array.Sort(sorted);
        return new AggregateSet(
            sorted.Length,
            Missing,
            Aggregates.Mean(Scores),
            Aggregates.Variance(Scores),
            Aggregates.Percentile(sorted, 90),
            Aggregates.Median(sorted),
            sorted.Length == 0 ? null : sorted[0],
            sorted.Length == 0 ? null : double.IsNaN(sorted[0]) ? double.NaN : sorted[^1]);
    }
}
