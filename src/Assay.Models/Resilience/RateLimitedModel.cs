namespace Assay.Models;

/// <summary>
/// Keeps to a number of requests and of tokens a minute, evenly: calls wait for their turn, first come, first served. Tokens are
/// guessed before the call (a token for four characters, and the request's <c>max_tokens</c>) and corrected by what the service counted; a
/// call that failed costs its request, but no tokens.
/// </summary>
public sealed class RateLimitedModel : DelegatingModel
{
    private readonly TimeProvider _time;
    private readonly TokenBucket? _requests;
    private readonly TokenBucket? _tokens;
    private readonly Lock _state = new();

    // Waiters queue here in order; the one that holds it waits for the budget.
    private readonly SemaphoreSlim _turn = new(1);
    private TaskCompletionSource _givenBack = NewSignal();

    /// <summary>Limits calls to a model.</summary>
    /// <param name="inner">The model that is asked.</param>
    /// <param name="requestsPerMinute">The most requests a minute; null for no limit.</param>
    /// <param name="tokensPerMinute">The most tokens a minute, prompts and answers together; null for no limit.</param>
    /// <param name="time">The clock.</param>
    public RateLimitedModel(IModel inner, double? requestsPerMinute, double? tokensPerMinute, TimeProvider time)
        : base(inner)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(requestsPerMinute ?? 1, nameof(requestsPerMinute));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tokensPerMinute ?? 1, nameof(tokensPerMinute));
        _time = time;
        _requests = requestsPerMinute is { } rpm ? new TokenBucket(rpm, time) : null;
        _tokens = tokensPerMinute is { } tpm ? new TokenBucket(tpm, time) : null;
    }

    /// <inheritdoc/>
    public override async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var estimate = TokenEstimate.Of(request);
        var clock = request.Progress?.Clock;
        clock?.Pause();
        try
        {
            await TakeAsync(estimate, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            clock?.Resume();
        }

        var used = 0d;
        try
        {
            var answer = await Inner.AskAsync(request, cancellationToken).ConfigureAwait(false);
            used = answer.Usage?.Total ?? estimate;
            return answer;
        }
        finally
        {
            Correct(estimate - used);
        }
    }

    private async Task TakeAsync(double estimate, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                var (wait, sooner) = TryTake(estimate);
                if (wait == TimeSpan.Zero)
                {
                    return;
                }

                using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                await Task.WhenAny(Task.Delay(wait, _time, timer.Token), sooner).ConfigureAwait(false);
                await timer.CancelAsync().ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private (TimeSpan Wait, Task Sooner) TryTake(double estimate)
    {
        lock (_state)
        {
            var forRequests = _requests?.WaitFor(1) ?? TimeSpan.Zero;
            var forTokens = _tokens?.WaitFor(estimate) ?? TimeSpan.Zero;
            var wait = forRequests > forTokens ? forRequests : forTokens;
            if (wait == TimeSpan.Zero)
            {
                _requests?.Take(1);
                _tokens?.Take(estimate);
            }

            return (wait, _givenBack.Task);
        }
    }

    private void Correct(double tooMuch)
    {
        if (_tokens is null)
        {
            return;
        }

        lock (_state)
        {
            _tokens.Take(-tooMuch);
            if (tooMuch > 0)
            {
                _givenBack.TrySetResult();
                _givenBack = NewSignal();
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
