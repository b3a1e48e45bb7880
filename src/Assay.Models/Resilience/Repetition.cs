namespace Assay.Models;

/// <summary>Asks again when a call failed that may succeed, for calls that are no <see cref="IModel"/>'s.</summary>
internal static class Repetition
{
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, int retries, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await call(cancellationToken).ConfigureAwait(false);
            }
            catch (ModelException failure) when (attempt < retries && failure.WorthRetrying)
            {
                await Task.Delay(Backoff.Wait(failure, attempt, Random.Shared.NextDouble()), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
