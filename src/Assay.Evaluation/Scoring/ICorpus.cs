namespace Assay.Scoring;

/// <summary>The gathered rows of a run. Safe for concurrent use.</summary>
public interface ICorpus
{
    /// <summary>The figures of some of the rows.</summary>
    /// <param name="rows">
    /// Places among the gathered parts; one may come several times, as in a resample, and counts as often.
    /// </param>
    /// <returns>
    /// A figure for each aggregate of the kind <see cref="AggregateKind.Corpus"/>, in their order; null where it has no meaning for these rows
    /// (true positives of more than two classes) and is not logged; NaN where it should have one and has not.
    /// </returns>
    IReadOnlyList<double?> Compute(ReadOnlySpan<int> rows);
}
