using System.Runtime.CompilerServices;
using Assay.Judges;
using Assay.Naming;
using Assay.Scoring.Families;
using Assay.Scoring.Scorers;

namespace Assay.Scoring;

/// <summary>Every scorer and every set by its name.</summary>
internal static class ScorerCatalog
{
    private static readonly IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> Builders = new[]
    {
        CallScorers.All, CheckScorers.All, ClassificationScorers.All, JudgeScorers.All, OverlapScorers.All, ProbabilityScorers.All,
        ReadabilityScorers.All, RetrievalScorers.All, RougeScorers.All, SimilarityScorers.All, ToxicityScorers.All,
    }.SelectMany(family => family).ToDictionary();

    private const string Latency = "latency";

    // Beside the scorers, since none of them needs to know how it was named.
    private static readonly ConditionalWeakTable<IScorer, string> Specifications = [];

    private static readonly string[] Text = ["token_count", "toxicity", "flesch_kincaid_grade_level", "ari_grade_level"];

    // MLflow's model types; two of them, classifier and regressor, are scorers that log several figures.
    private static readonly Dictionary<string, string[]> Sets = new()
    {
        ["text"] = [.. Text, Latency],
        ["question-answering"] = [.. Text, "exact_match", Latency],
        ["text-summarization"] = [.. Text, "rouge1", "rouge2", "rougeL", "rougeLsum", Latency],
        ["retriever"] = ["precision_at_k", "recall_at_k", "ndcg_at_k"],
    };

    public static IReadOnlyList<string> Names { get; } = [.. Builders.Keys.Concat(Sets.Keys).Order(StringComparer.Ordinal)];

    /// <summary>The scorers that a specification names: one, or those of a set.</summary>
    /// <exception cref="BadInputException">The name or a parameter is unknown, or names a service that may not be called.</exception>
    public static IReadOnlyList<IScorer> Create(string specification, bool mayCallServices = true, JudgeModels? judges = null)
    {
        var spec = ScorerSpec.Parse(specification);
        if (Sets.TryGetValue(spec.Name, out var members))
        {
            return spec is { Parameters: [], Alias: null }
                ? [.. members.SelectMany(member => member == Latency ? [new LatencyScorer(Latency, optional: true)] : Create(member, mayCallServices, judges))]
                : throw new BadInputException(
                    $"--scorer {specification}: '{spec.Name}' is a set and takes no parameters; name its scorers one by one to set theirs");
        }

        if (!Builders.TryGetValue(spec.Name, out var build))
        {
            // There are a hundred names: all of them only where none is near.
            var near = NameSuggestion.Ending(spec.Name, Names);
            throw new BadInputException(
                $"--scorer {specification}: no scorer '{spec.Name}'{(near.Length > 0 ? near : "; known are " + string.Join(", ", Names))}");
        }

        var parameters = new ScorerParameters(spec, mayCallServices, judges);
        var scorer = build(parameters);
        parameters.RequireAllKnown();
        if (scorer is ICorpusScorer && !parameters.NamedService) Specifications.AddOrUpdate(scorer, specification);
        return [scorer];
    }

    /// <summary>
    /// What a scorer with figures of all rows together was made from, so that it can be made again; null for others, for those that were not made
    /// here, and where a service is named, whose address may hold a secret.
    /// </summary>
    public static string? SpecificationOf(IScorer scorer) => Specifications.TryGetValue(scorer, out var specification) ? specification : null;
}
