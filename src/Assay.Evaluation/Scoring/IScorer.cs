namespace Assay.Scoring;

/// <summary>Gives a sample a number, or a reason why not. Holds no state between samples; safe for concurrent use.</summary>
public interface IScorer
{
    /// <summary>What it is.</summary>
    ScorerDescription Description { get; }

    /// <summary>Scores one sample. Throws only for cancellation and faults of its own; what a sample lacks is a reason.</summary>
    ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default);
}
