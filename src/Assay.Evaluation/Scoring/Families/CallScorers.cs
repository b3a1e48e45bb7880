using Assay.Scoring.Scorers;
using Assay.Tokens;

namespace Assay.Scoring.Families;

/// <summary>Scorers of a call: how long it took, how many tokens it wrote.</summary>
internal static class CallScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["latency"] = given => new LatencyScorer(given.Name, optional: false),
        ["token_count"] = TokenCount,
    };

    private static TokenCountScorer TokenCount(ScorerParameters given)
    {
        var encoding = given.OneOf("encoding", TokenEncoding.Names);
        return new TokenCountScorer(given.Name, TokenEncoding.Get(encoding), given.AreDefault);
    }
}
