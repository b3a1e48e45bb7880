namespace Assay.Scoring.Scorers;

/// <summary>What every toxicity scorer is, whatever classifies for it.</summary>
internal static class ToxicityDescription
{
    public static ScorerDescription Of(string name, ToxicityLabel label) => new()
    {
        Name = name,
        Summary = label == ToxicityLabel.Hate
            ? "The probability that the text is hateful."
            : "The probability that the text is toxic: hateful, insulting, threatening or obscene.",
        Kind = ScoreKind.UnitInterval,
        Direction = ScoreDirection.Lower,
        Aggregates = [.. MetricKeys.Versioned(name), new AggregateDefinition($"{name}/v1/ratio", AggregateKind.Ratio)],
        TableColumn = MetricKeys.Column(name),
    };
}
