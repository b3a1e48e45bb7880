using Assay.Naming;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Cli.Plots;

/// <summary>What <c>--metric</c> names: a scorer, or one of its figures.</summary>
/// <param name="Scorer">The scorer's name.</param>
/// <param name="Key">The key of the figure; null for a scorer without figures.</param>
internal sealed record PlottedMetric(string Scorer, string? Key)
{
    /// <summary>The metric in these runs. Throws <see cref="BadInputException"/> when none of them has it.</summary>
    public static PlottedMetric Find(string name, IEnumerable<EvaluationSummary> runs)
    {
        var scorers = runs.SelectMany(run => run.Scorers).Select(of => of.Scorer).ToList();
        foreach (var scorer in scorers)
        {
            if (scorer.Name == name)
            {
                return Of(scorer);
            }

            if (scorer.Aggregates.Any(figure => figure.Key == name))
            {
                return new PlottedMetric(scorer.Name, name);
            }
        }

        var known = scorers.SelectMany(scorer => scorer.Aggregates.Select(figure => figure.Key).Prepend(scorer.Name)).Distinct().ToList();
        throw new BadInputException($"--metric {name}: there is no such metric here{NameSuggestion.Ending(name, known)}; there are {string.Join(", ", known)}");
    }

    /// <summary>The scorer's leading figure: of all rows together when it has one, else its first.</summary>
    public static PlottedMetric Of(ScorerDescription scorer) => new(
        scorer.Name,
        (scorer.Aggregates.FirstOrDefault(figure => figure.Kind == AggregateKind.Corpus) ?? (scorer.Aggregates.Count > 0 ? scorer.Aggregates[0] : null))?.Key);

    /// <summary>The scorer in a run; null when it has none.</summary>
    public ScorerSummary? In(EvaluationSummary run) => run.Scorers.FirstOrDefault(of => of.Scorer.Name == Scorer);
}
