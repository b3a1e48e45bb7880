using System.Globalization;
using Assay.Models;
using Assay.Models.Embeddings;
using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Similarity of embeddings.</summary>
internal static class SimilarityScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["embedding_similarity"] = EmbeddingSimilarity,
    };

    private static EmbeddingSimilarityScorer EmbeddingSimilarity(ScorerParameters given)
    {
        var model = given.Service("model") ?? throw new BadInputException(
            "--scorer embedding_similarity: model is missing; an example: embedding_similarity:model=openai:text-embedding-3-small");
        var dimensions = given.Text("dimensions") is not { } text ? (int?)null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new BadInputException($"--scorer embedding_similarity: dimensions={text} is not a number of elements; an example: dimensions=256");
        try
        {
            return new EmbeddingSimilarityScorer(
                given.Name, EmbeddingModel.Create(ModelSpec.Parse(model), ModelEnvironment.OfProcess, dimensions));
        }
        catch (BadInputException refused)
        {
            throw new BadInputException($"--scorer embedding_similarity: {refused.Message}", refused);
        }
    }
}
