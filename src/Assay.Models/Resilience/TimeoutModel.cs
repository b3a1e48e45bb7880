using System.Globalization;

namespace Assay.Models;

/// <summary>
/// Gives each row a limited time: all its tries and the waits between them together, but not the wait for its turn under
/// <see cref="RateLimitedModel"/>. A row out of time fails with <see cref="ModelFailure.TimedOut"/>, or <see cref="ModelFailure.Unreachable"/> when
/// its last try did not connect; when the caller cancels, that stays an
/// <see cref="OperationCanceledException"/>.
/// </summary>
/// <param name="inner">The model that is asked.</param>
/// <param name="limit">The time of a row; more than zero.</param>
/// <param name="time">The clock.</param>
public sealed class TimeoutModel(IModel inner, TimeSpan limit, TimeProvider time) : DelegatingModel(inner)
{
    /// <inheritdoc/>
    public override async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var (tracked, progress) = CallProgress.Of(request);
        using var clock = new RowClock(limit, time, cancellationToken);
        progress.Clock = clock;
        try
        {
            // Waits no longer even if the inner model does not heed its token.
            return await Inner.AskAsync(tracked, clock.Token).WaitAsync(clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (clock.Expired && !cancellationToken.IsCancellationRequested)
        {
            var last = progress.LastFailure is { } failure ? $"; before that: {failure.Message}" : "";
            var seconds = limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

            // A short time must not hide that nothing connects: whoever hears of that stops asking.
            var failed = progress.LastFailure?.Failure is ModelFailure.Unreachable ? ModelFailure.Unreachable : ModelFailure.TimedOut;
            throw new ModelException(failed, $"{Name} gave no answer within {seconds} s{last}", exception) { WorthRetrying = false };
        }
    }
}
