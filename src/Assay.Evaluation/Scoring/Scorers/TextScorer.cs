namespace Assay.Scoring.Scorers;

/// <summary>A scorer that looks at the output's text alone. What is no text has no score.</summary>
internal abstract class TextScorer : IScorer
{
    public abstract ScorerDescription Description { get; }

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) =>
        new(sample.Output.IsText ? ScoreText(sample.Output.Text!) : Score.None(MissingOutput.Reason(sample)));

    protected abstract Score ScoreText(string text);
}
