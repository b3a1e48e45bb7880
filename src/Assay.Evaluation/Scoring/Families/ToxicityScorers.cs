using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Toxicity, by the embedded model or a moderation service.</summary>
internal static class ToxicityScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["toxicity"] = Toxicity,
    };

    private static IScorer Toxicity(ScorerParameters given)
    {
        var label = given.OneOf("label", ["hate", "any"]) == "any" ? ToxicityLabel.Any : ToxicityLabel.Hate;
        return given.Service("endpoint") is { } endpoint
            ? new ModerationScorer(given.Name, label, Models.Moderations.ModerationClient.FromEnvironment(endpoint))
            : new ToxicityScorer(given.Name, label);
    }
}
