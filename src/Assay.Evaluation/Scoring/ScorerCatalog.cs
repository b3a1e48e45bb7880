using Assay.Naming;
using Assay.Scoring.Scorers;
using Assay.Tokens;

namespace Assay.Scoring;

/// <summary>Every scorer and every set by its name.</summary>
internal static class ScorerCatalog
{
    private static readonly Dictionary<string, Func<ScorerParameters, IScorer>> Builders = new()
    {
        ["ari_grade_level"] = given => ReadabilityScorer.Ari(given.Name),
        ["exact_match"] = ExactMatch,
        ["flesch_kincaid_grade_level"] = given => ReadabilityScorer.FleschKincaid(given.Name),
        ["latency"] = given => new LatencyScorer(given.Name, optional: false),
        ["token_count"] = TokenCount,
        ["toxicity"] = Toxicity,
    };

    private static readonly Dictionary<string, string[]> Sets = new()
    {
        ["text"] = ["token_count", "toxicity", "flesch_kincaid_grade_level", "ari_grade_level"],
        ["question-answering"] = ["token_count", "toxicity", "flesch_kincaid_grade_level", "ari_grade_level", "exact_match"],
    };

    public static IReadOnlyList<string> Names { get; } = [.. Builders.Keys.Concat(Sets.Keys).Order(StringComparer.Ordinal)];

    /// <summary>The scorers that a specification names: one, or those of a set.</summary>
    /// <exception cref="BadInputException">The name or a parameter is unknown, or names a service that may not be called.</exception>
    public static IReadOnlyList<IScorer> Create(string specification, bool mayCallServices = true)
    {
        var spec = ScorerSpec.Parse(specification);
        if (Sets.TryGetValue(spec.Name, out var members))
        {
            return spec is { Parameters: [], Alias: null }
                ? [.. members.SelectMany(member => Create(member, mayCallServices)), new LatencyScorer("latency", optional: true)]
                : throw new BadInputException(
                    $"--scorer {specification}: '{spec.Name}' is a set and takes no parameters; name its scorers one by one to set theirs");
        }

        if (!Builders.TryGetValue(spec.Name, out var build))
        {
            throw new BadInputException(
                $"--scorer {specification}: no scorer '{spec.Name}'{NameSuggestion.Ending(spec.Name, Names)}; known are {string.Join(", ", Names)}");
        }

        var parameters = new ScorerParameters(spec, mayCallServices);
        var scorer = build(parameters);
        parameters.RequireAllKnown();
        return [scorer];
    }

    private static ExactMatchScorer ExactMatch(ScorerParameters given) => new(given.Name, new ExactMatchOptions
    {
        IgnoreCase = given.Flag("ignore_case"),
        IgnorePunctuation = given.Flag("ignore_punctuation"),
        IgnoreNumbers = given.Flag("ignore_numbers"),
    });

    private static TokenCountScorer TokenCount(ScorerParameters given)
    {
        var encoding = given.OneOf("encoding", TokenEncoding.Names);
        return new TokenCountScorer(given.Name, TokenEncoding.Get(encoding), given.AreDefault);
    }

    private static IScorer Toxicity(ScorerParameters given)
    {
        var label = given.OneOf("label", ["hate", "any"]) == "any" ? ToxicityLabel.Any : ToxicityLabel.Hate;
        return given.Service("endpoint") is { } endpoint
            ? new ModerationScorer(given.Name, label, Models.Moderations.ModerationClient.FromEnvironment(endpoint))
            : new ToxicityScorer(given.Name, label);
    }
}
