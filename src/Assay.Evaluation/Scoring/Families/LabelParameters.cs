using Assay.Labels;
using Assay.Scoring.Scorers.Classification;

namespace Assay.Scoring.Families;

/// <summary>The parameters that scorers of labels share: how labels are found, which is positive, where probabilities are.</summary>
internal sealed class LabelParameters
{
    private readonly ScorerParameters _given;

    /// <exception cref="BadInputException">A parameter cannot be read.</exception>
    public LabelParameters(ScorerParameters given, bool readsAnswers = true)
    {
        _given = given;
        try
        {
            var parsing = LabelParsing.Of(readsAnswers ? given.Text("parse") : null, given.Text("labels"));
            Labels = new LabelSource(parsing, readsAnswers && given.OneOf("none", ["unscored", "wrong"]) == "wrong");
            Positive = given.Text("positive") is not { } positive ? null
                : parsing.Names.Of(positive) ?? throw new FormatException($"positive={positive} is none of the labels {string.Join(", ", parsing.Names.Labels)}");
        }
        catch (FormatException error)
        {
            throw given.Refusal(error.Message);
        }
    }

    public LabelSource Labels { get; }

    public string? Positive { get; }

    /// <summary>Where the probabilities are; without the parameter the output itself.</summary>
    public ProbabilitySource Probabilities()
    {
        try
        {
            return new ProbabilitySource(_given.Text("probabilities"), Labels.Names);
        }
        catch (FormatException error)
        {
            throw _given.Refusal(error.Message);
        }
    }

    /// <summary>The same; null without the parameter.</summary>
    public ProbabilitySource? OptionalProbabilities() => _given.Text("probabilities") is null ? null : Probabilities();
}
