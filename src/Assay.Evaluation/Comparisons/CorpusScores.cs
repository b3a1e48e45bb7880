using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>What the rows of each run add to a scorer's figures.</summary>
/// <param name="Scorer">The scorer.</param>
/// <param name="Parts">A part for each place of each run; null where there is none.</param>
internal sealed record CorpusScores(ICorpusScorer Scorer, object?[][] Parts)
{
    /// <summary>The figures' comparisons between two runs, in the scorer's order; empty when no row has a part in both.</summary>
    public IEnumerable<(string Key, IPairAnalysis Analysis)> Between(IReadOnlyList<RunScores> runs, int a, int b, ulong seed)
    {
        var (first, second) = (new List<object>(), new List<object>());
        for (var place = 0; place < Parts[a].Length; place++)
        {
            var other = runs[b].Find(runs[a].Keys[place]);
            if (other >= 0 && Parts[a][place] is { } x && Parts[b][other] is { } y)
            {
                first.Add(x);
                second.Add(y);
            }
        }

        if (first.Count == 0) yield break;
        var corpus = Scorer.Gather([.. first, .. second]);
        var figures = Scorer.Description.Aggregates.Where(aggregate => aggregate.Kind == AggregateKind.Corpus).ToList();
        var resamples = new CorpusResamples(corpus, first.Count, seed);
        for (var figure = 0; figure < figures.Count; figure++)
        {
            if (double.IsFinite(resamples.A[figure]))
            {
                yield return (figures[figure].Key, new CorpusAnalysis(resamples, figure));
            }
        }
    }
}
