using Polly;
using Polly.Retry;

namespace Assay.Models;

/// <summary>
/// Asks again when a call failed that may succeed (<see cref="ModelException.WorthRetrying"/>): a refused or dropped connection, 408, 429,
/// 5xx, an answer that does not parse. Waits as long as the service asks for, up to two minutes, else exponentially with jitter. A wait
/// that the row has no time left for is not begun: the row fails with the failure at hand.
/// </summary>
public sealed class RetryingModel : DelegatingModel
{
    /// <summary>How often a call is repeated when nothing else is asked for.</summary>
    public const int DefaultRetries = 5;

    private static readonly ResiliencePropertyKey<CallProgress> ProgressKey = new("progress");
    private readonly ResiliencePipeline<Answer> _pipeline;

    /// <summary>Repeats calls to a model.</summary>
    /// <param name="inner">The model that is asked.</param>
    /// <param name="retries">The most repetitions of a call; 0 for none.</param>
    /// <param name="time">The clock.</param>
    public RetryingModel(IModel inner, int retries, TimeProvider time)
        : base(inner)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = time };
        _pipeline = retries == 0 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions<Answer>
        {
            MaxRetryAttempts = retries,
            ShouldHandle = arguments => ValueTask.FromResult(MayTryAgain(arguments.Context, arguments.Outcome.Exception)),
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                Backoff.Wait((ModelException)arguments.Outcome.Exception!, arguments.AttemptNumber, Random.Shared.NextDouble())),
        }).Build();
    }

    /// <inheritdoc/>
    public override async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var (tracked, progress) = CallProgress.Of(request);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(ProgressKey, progress);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, call) => await call.Model.AskAsync(call.Request, context.CancellationToken).ConfigureAwait(false),
                context,
                (Model: Inner, Request: tracked)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool MayTryAgain(ResilienceContext context, Exception? exception)
    {
        if (exception is not ModelException { WorthRetrying: true } failure)
        {
            return false;
        }

        var progress = context.Properties.GetValue(ProgressKey, null!);
        progress.LastFailure = failure;
        return progress.Clock is not { } clock || Backoff.Asked(failure) is not { } asked || asked < clock.Remaining;
    }
}
