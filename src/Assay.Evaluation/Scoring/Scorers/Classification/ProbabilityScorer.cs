using System.Globalization;
using Assay.Classification;

namespace Assay.Scoring.Scorers.Classification;

/// <summary>How far the probabilities given to labels are from the label of the reference, row by row; the run's figure is the mean.</summary>
internal sealed class ProbabilityScorer(string name, LabelSource labels, string? positive, ProbabilitySource probabilities, bool isBrier) : IScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = isBrier
            ? "The squared distance of the labels' probabilities from what the reference says."
            : "Minus the logarithm of the probability that was given to the reference's label.",
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.Lower,
        Aggregates = [new AggregateDefinition($"{name}/v1", AggregateKind.Mean)],
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        var (truth, reason) = labels.Truth(sample);
        if (truth is null) return new(Score.None(reason!));
        var (said, why) = probabilities.Read(sample);
        return new(said is null ? Score.None(why!) : Of(truth, said));
    }

    private Score Of(string truth, LabelProbabilities said)
    {
        foreach (var number in said.Numbers)
        {
            if (number is < 0 or > 1) return Score.None("a probability is not between 0 and 1");
        }

        if (said.IsOne)
        {
            if (PositiveFor(truth) is not { } label) return Score.None("one number is the positive label's probability; say which label that is with positive=LABEL");
            double[] both = [1 - said.Numbers[0], said.Numbers[0]];
            return isBrier ? ProbabilityLoss.Brier(both[1], truth == label) : ProbabilityLoss.Log(both, truth == label ? 1 : 0);
        }

        IList<string> names = said.Labels ?? Numbered(said.Numbers.Length);
        var place = names.IndexOf(truth);
        return place < 0 ? Score.None(said.Labels is null ? "a list of probabilities needs the labels in its order: labels=A|B|C" : "there is no probability for the reference's label")
            : !isBrier ? ProbabilityLoss.Log(said.Numbers, place)
            : names.Count == 2 ? ProbabilityLoss.Brier(said.Numbers[place], isPositive: true)
            : ProbabilityLoss.Brier(said.Numbers, place);
    }

    // 0 and 1 need no saying which is which, nor do two labels that are known.
    private string? PositiveFor(string truth) => positive
        ?? (labels.Names.Labels.Count == 2 ? LabelOrder.Sorted(labels.Names.Labels)[1] : truth is "0" or "1" ? "1" : truth is "false" or "true" ? "true" : null);

    private static string[] Numbered(int labels) => [.. Enumerable.Range(0, labels).Select(label => label.ToString(CultureInfo.InvariantCulture))];
}
