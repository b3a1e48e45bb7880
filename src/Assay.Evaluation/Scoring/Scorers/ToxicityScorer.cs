using Assay.Toxicity;

namespace Assay.Scoring.Scorers;

/// <summary>The probability that a text is hateful, or toxic in any way, by the embedded classifier.</summary>
internal sealed class ToxicityScorer(string name, ToxicityLabel label) : TextScorer
{
    public override ScorerDescription Description { get; } = ToxicityDescription.Of(name, label);

    protected override Score ScoreText(string text)
    {
        var probabilities = ToxicityModel.Embedded.Predict(text);
        return label == ToxicityLabel.Hate ? probabilities.Hate : probabilities.Any;
    }
}
