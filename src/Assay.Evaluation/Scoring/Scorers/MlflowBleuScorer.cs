using Assay.Overlap;

namespace Assay.Scoring.Scorers;

/// <summary>
/// MLflow's <c>bleu</c>: Hugging Face's BLEU of each row, 0 where a side is empty. Of several references, which MLflow does not have, it
/// makes what Hugging Face does.
/// </summary>
internal sealed class MlflowBleuScorer(string name) : IScorer
{
    private readonly HuggingFaceBleu _bleu = new();

    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = "BLEU of the row by itself, unsmoothed (MLflow's, by Hugging Face's): n-grams of 1 to 4 words that the reference has too.",
        Kind = ScoreKind.UnitInterval,
        Direction = ScoreDirection.Higher,
        Aggregates = MetricKeys.Versioned(name),
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => new(
        !sample.Output.IsText ? Score.None(MissingOutput.Reason(sample))
        : References.Of(sample.Reference) is not { Count: > 0 } references ? Score.None("there is no reference")
        : _bleu.Sentence(sample.Output.Text!, references).Score is var score && double.IsNaN(score) ? 0 : score);
}
