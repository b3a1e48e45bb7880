using Assay.Models;
using Assay.Models.Embeddings;
using Assay.Similarity;

namespace Assay.Scoring.Scorers;

/// <summary>The cosine between the embeddings of output and reference; of several references the nearest counts.</summary>
internal sealed class EmbeddingSimilarityScorer(string name, EmbeddingModel model) : IScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = $"Cosine between the embeddings of output and reference by {model.Name}; of several references the nearest.",
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.Higher,
        Aggregates = MetricKeys.Versioned(name),
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
        AsksService = true,
    };

    public async ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        if (!sample.Output.IsText)
        {
            return Score.None(MissingOutput.Reason(sample));
        }

        // Services refuse empty texts.
        var references = References.Of(sample.Reference).Where(reference => !string.IsNullOrWhiteSpace(reference)).ToList();
        if (references.Count == 0)
        {
            return Score.None(sample.Reference.IsNull ? "there is no reference" : "the reference is empty and has no embedding");
        }

        if (string.IsNullOrWhiteSpace(sample.Output.Text))
        {
            return Score.None("the output is empty and has no embedding");
        }

        try
        {
            var vectors = await model.EmbedAsync([sample.Output.Text, .. references], cancellationToken).ConfigureAwait(false);
            return vectors.Skip(1).Max(reference => Cosine.Of(vectors[0].Span, reference.Span)) is { } nearest ? nearest
                : Score.None($"{model.Name} gave embeddings that cannot be compared: of several lengths, or all 0");
        }
        catch (ModelException failure)
        {
            return Score.None(failure);
        }
    }
}
