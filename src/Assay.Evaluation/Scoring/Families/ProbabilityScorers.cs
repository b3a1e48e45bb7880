using System.Globalization;
using Assay.Models;
using Assay.Models.Likelihoods;
using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Perplexity of a text, and how sure a model was of its answer.</summary>
internal static class ProbabilityScorers
{
    private const string BuiltIn = "local:stories260K";

    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["answer_perplexity"] = given => new AnswerPerplexityScorer(given.Name),
        ["perplexity"] = Perplexity,
    };

    private static PerplexityScorer Perplexity(ScorerParameters given)
    {
        // A file of this machine is no more anyone's to name than a service is.
        var name = given.Text("model") is null or BuiltIn ? BuiltIn : given.Service("model")!;
        var of = given.OneOf("of", ["output", "reference", "input"]) switch
        {
            "reference" => ScoredText.Reference,
            "input" => ScoredText.Input,
            _ => ScoredText.Output,
        };
        var (context, stride) = (Whole(given, "context", int.MaxValue), Whole(given, "stride", int.MaxValue));
        var options = new ModelOptions { RecordTo = given.FilePath("record"), ReplayFrom = given.FilePath("replay") };
        var perByte = given.OneOf("per", ["token", "byte"]) == "byte";
        try
        {
            var model = LikelihoodModels.Create(ModelSpec.Parse(name), ModelEnvironment.OfProcess, context, options);
            return stride is null || stride <= model.ContextTokens
                ? new PerplexityScorer(given.Name, model, of, stride, perByte)
                : throw new BadInputException($"stride={stride} is more than the {model.ContextTokens} tokens that {model.Name} reads at once");
        }
        catch (BadInputException refused)
        {
            throw new BadInputException($"--scorer perplexity: {refused.Message}", refused);
        }
    }

    private static int? Whole(ScorerParameters given, string parameter, int most) => given.Text(parameter) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw new BadInputException($"--scorer perplexity: {parameter}={text} is not a number of tokens; an example: {parameter}=256");
}
