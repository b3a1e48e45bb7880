using Assay.Tokens;

namespace Assay.Scoring.Scorers;

/// <summary>How many tokens a text has in one of OpenAI's encodings.</summary>
internal sealed class TokenCountScorer(string name, TokenEncoding encoding, bool isMlflows) : TextScorer
{
    public override ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = $"Tokens of the text in {encoding.Name}.",
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.None,
        Unit = "tokens",
        // MLflow logs no aggregates of its own token_count; another encoding is a scorer that it lacks.
        Aggregates = isMlflows ? [] : MetricKeys.Versioned(name),
        TableColumn = isMlflows ? name : MetricKeys.Column(name),
    };

    protected override Score ScoreText(string text) => encoding.Count(text);
}
