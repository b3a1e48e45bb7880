using Assay.Results;
using Assay.Scoring;

namespace Assay.Web.Experiments;

/// <summary>What the summary of an evaluation adds to its run's metrics: how sure they are, which way is better, which gates failed.</summary>
/// <param name="Figures">By metric key.</param>
/// <param name="Scorers">The scorer of each metric key.</param>
/// <param name="FailedGates">As the user wrote them.</param>
public sealed record RunEvaluation(
    IReadOnlyDictionary<string, AggregateResult> Figures, IReadOnlyDictionary<string, ScorerDescription> Scorers, IReadOnlyList<string> FailedGates)
{
    internal static RunEvaluation Of(EvaluationSummary summary)
    {
        var figures = new Dictionary<string, AggregateResult>(StringComparer.Ordinal);
        var scorers = new Dictionary<string, ScorerDescription>(StringComparer.Ordinal);
        foreach (var scorer in summary.Scorers)
        {
            foreach (var figure in scorer.Aggregates)
            {
                figures[figure.Key] = figure;
                scorers[figure.Key] = scorer.Scorer;
            }
        }

        return new RunEvaluation(figures, scorers, [.. summary.Gates.Where(gate => !gate.Passed).Select(gate => gate.Gate)]);
    }
}
