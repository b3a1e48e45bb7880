namespace Assay.Scoring;

/// <summary>
/// A scorer with figures of all rows together, which are no averages: corpus BLEU, F1, the area under a curve. Each row's
/// <see cref="Score.Part"/> is gathered; the figures are those of <see cref="ScorerDescription.Aggregates"/> of the kind
/// <see cref="AggregateKind.Corpus"/>.
/// </summary>
public interface ICorpusScorer : IScorer
{
    /// <summary>Packs the parts of a run's rows, so that figures of many resamples of them are quick.</summary>
    /// <param name="parts">What the scorer gave as <see cref="Score.Part"/>, in the rows' order; at least one.</param>
    ICorpus Gather(IReadOnlyList<object> parts);
}
