using Assay.Probability;

namespace Assay.Scoring.Scorers;

/// <summary>
/// How sure the model was of its own answer: the perplexity of the answer's tokens under the model that wrote them. Says nothing of another
/// model's view, nor whether the answer is right: no direction is better.
/// </summary>
internal sealed class AnswerPerplexityScorer(string name) : IScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = "How unsure the model was of its own answer: e to the mean negative log probability of the answer's tokens, as the model gave them.",
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.None,
        Aggregates = MetricKeys.Versioned(name),
        TableColumn = MetricKeys.Column(name),
        NeedsModelCall = true,
        NeedsTokens = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => new(ScoreAnswer(sample));

    private static Score ScoreAnswer(Sample sample)
    {
        if (sample.LatencySeconds is null && sample.Answer?.Tokens is null)
        {
            return Score.None("no model was called");
        }

        if (sample.Answer?.Tokens is not { } tokens)
        {
            return Score.None(sample.WhyNoOutput ?? "log probabilities not offered: none came with the answer");
        }

        var likelihood = TextLikelihood.Of(tokens);
        return sample.WhyNoOutput is { } whyNot ? Score.None(whyNot)
            : likelihood.Tokens == 0 ? Score.None("the answer has no tokens with log probabilities")
            : new Score(likelihood.Perplexity);
    }
}
