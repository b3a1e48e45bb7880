using Assay.Results;
using Assay.Scoring;

namespace Assay.Running;

/// <summary>The figures of all rows together, by their definitions; one that has no meaning for these rows is left out.</summary>
internal static class CorpusFigures
{
    public const string Undefined = "it is not defined for these rows";

    public static Dictionary<AggregateDefinition, AggregateResult> Of(ICorpusScorer scorer, IReadOnlyList<object> parts)
    {
        var definitions = scorer.Description.Aggregates.Where(aggregate => aggregate.Kind == AggregateKind.Corpus).ToList();
        var figures = scorer.Gather(parts).Compute([.. Enumerable.Range(0, parts.Count)]);
        return definitions.Zip(figures).Where(pair => pair.Second is not null).ToDictionary(
            pair => pair.First,
            pair => new AggregateResult(
                pair.First.Key, AggregateKind.Corpus, pair.Second!.Value, WhyNoInterval: double.IsNaN(pair.Second.Value) ? Undefined : null));
    }
}
