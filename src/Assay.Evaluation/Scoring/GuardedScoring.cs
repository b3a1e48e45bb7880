using Assay.Formats;

namespace Assay.Scoring;

/// <summary>Scoring in which a scorer that throws leaves its sample without a score, and the other scorers and samples as they are.</summary>
internal static class GuardedScoring
{
    private const int LongestReason = 4000;

    /// <summary>The score, or as its reason what the scorer threw. Only cancellation is thrown.</summary>
    public static ValueTask<Score> ScoreGuardedAsync(this IScorer scorer, Sample sample, CancellationToken cancellationToken)
    {
        try
        {
            var scoring = scorer.ScoreAsync(sample, cancellationToken);
            return scoring.IsCompletedSuccessfully ? scoring : AwaitAsync(scoring, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new(Failed(failure));
        }
    }

    private static async ValueTask<Score> AwaitAsync(ValueTask<Score> scoring, CancellationToken cancellationToken)
    {
        try
        {
            return await scoring.ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(failure);
        }
    }

    private static Score Failed(Exception failure) => Score.None($"the scorer failed: {OneLine.Of(failure.Message, LongestReason)}") with { Failure = failure };
}
