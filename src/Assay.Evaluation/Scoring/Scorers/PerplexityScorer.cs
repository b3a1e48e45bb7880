using Assay.Models;
using Assay.Models.Local;
using Assay.Probability;

namespace Assay.Scoring.Scorers;

/// <summary>How improbable a model finds a given text. The model is another than the one that wrote it, or reads it anew.</summary>
internal sealed class PerplexityScorer(string name, ILikelihoodModel model, ScoredText of, int? stride, bool perByte) : ICorpusScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = $"Perplexity per {(perByte ? "byte" : "token")} of the {of.ToString().ToLowerInvariant()} under {model.Name}; a longer text is read in "
            + $"windows of {model.ContextTokens} tokens, each {stride ?? Math.Max(1, model.ContextTokens / 2)} after the last.",
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.Lower,
        Aggregates =
        [
            .. MetricKeys.Versioned(name),
            new($"{name}/v1/corpus", AggregateKind.Corpus),
            new($"{name}/v1/byte_perplexity", AggregateKind.Corpus),
            new($"{name}/v1/bits_per_byte", AggregateKind.Corpus),
        ],
        TableColumn = MetricKeys.Column(name),
        NeedsReference = of == ScoredText.Reference,
        AsksService = model is not LocalModel,
    };

    public ICorpus Gather(IReadOnlyList<object> parts) => new LikelihoodCorpus(parts);

    public async ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        var (text, whyNot) = of.Find(sample);
        if (text is null)
        {
            return Score.None(whyNot!);
        }

        try
        {
            var likelihood = text.Length == 0 ? default
                : TextLikelihood.Of(await model.LikelihoodAsync(text, stride, cancellationToken).ConfigureAwait(false));
            return Of(likelihood, text);
        }
        catch (ModelException failure)
        {
            return Score.None(failure);
        }
    }

    private Score Of(TextLikelihood likelihood, string text) => likelihood switch
    {
        { Tokens: 0 } => Score.None(text.Length == 0 ? "the text is empty and has no perplexity" : "the text has one token, and the first has no probability"),
        { BytePerplexity: null } when perByte => Score.None($"{model.Name} does not say how many bytes its tokens have"),
        _ => new Score(perByte ? likelihood.BytePerplexity : likelihood.Perplexity) { Part = likelihood },
    };
}
