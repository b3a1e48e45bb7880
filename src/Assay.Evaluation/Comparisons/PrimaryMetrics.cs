using Assay.Naming;
using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>Which metrics a comparison is about: those named, else those with gates, else all.</summary>
internal sealed class PrimaryMetrics(IReadOnlyList<RunScores> runs, IReadOnlyList<string> named)
{
    public bool[] Choose(IReadOnlyList<ComparedPair> candidates)
    {
        foreach (var name in named)
        {
            if (!candidates.Any(candidate => Means(candidate, name)))
            {
                var known = candidates.Select(candidate => candidate.Key).Distinct().ToList();
                throw new BadInputException($"--primary {name}: the runs share no such metric; they share {string.Join(", ", known)}{NameSuggestion.Ending(name, known)}");
            }
        }

        if (named.Count > 0) return [.. candidates.Select(candidate => named.Any(name => Means(candidate, name)))];
        var gated = runs.SelectMany(run => run.Summary?.Gates ?? []).Select(outcome => Gate.TryParse(outcome.Gate, out var gate) ? gate.Key : null)
            .OfType<string>().ToHashSet();
        bool[] withGates = [.. candidates.Select(candidate => gated.Any(key => IsAbout(candidate, key)))];
        return withGates.Contains(true) ? withGates : [.. candidates.Select(_ => true)];
    }

    private static bool Means(ComparedPair candidate, string name) => candidate.Key == name || candidate.Scorer.Name == name;

    // A gate on a percentile is about the scorer, whose mean is compared.
    private static bool IsAbout(ComparedPair candidate, string key) => candidate.Key == key
        || (candidate.Pairs is not null && candidate.Scorer.Aggregates.Any(aggregate => aggregate.Key == key && aggregate.Kind != AggregateKind.Corpus));
}
