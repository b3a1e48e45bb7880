using System.Net;
using Polly;
using Polly.Retry;

namespace Assay.Client.Http;

/// <summary>
/// Calls a server: each call has a time limit, and is repeated when that may help. Failures are <see cref="AssayException"/>s; what the
/// server refused has the server's words.
/// </summary>
internal sealed class ServiceClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly RemoteStoreOptions _options;
    private readonly ResiliencePipeline _pipeline;

    public ServiceClient(ServiceAddress address, RemoteStoreOptions options)
        : this(address, options, Connections.Open(address, options), options.MaxRetries)
    {
    }

    private ServiceClient(ServiceAddress address, RemoteStoreOptions options, HttpClient http, int retries)
    {
        (Address, _options, _http) = (address, options, http);
        var builder = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider };
        _pipeline = retries == 0 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = retries,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is CallFailure { WorthRetrying: true }),
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                Waits.Of(((CallFailure)arguments.Outcome.Exception!).RetryAfter, arguments.AttemptNumber, Random.Shared.NextDouble())),
        }).Build();
    }

    public ServiceAddress Address { get; }

    /// <summary>The same server, with fewer repetitions: to look something up within a repetition, or to find out whether it is there.</summary>
    public ServiceClient WithRetries(int retries) => new(Address, _options, _http, retries);

    /// <summary>Makes a call.</summary>
    /// <param name="request">Makes the request; called anew for each try.</param>
    /// <param name="read">Reads the answer of a success, or of a range that is not there, within the time limit. It owns the response.</param>
    /// <param name="recovery">For calls that must not be simply repeated.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<T> CallAsync<T>(
        Func<Patience, HttpRequestMessage> request, Func<HttpResponseMessage, Patience, Task<T>> read, Recovery<T>? recovery,
        CancellationToken cancellationToken)
        where T : class
    {
        var lost = false;
        try
        {
            return await _pipeline.ExecuteAsync(
                async cancel =>
                {
                    if (lost && recovery?.Look is { } look && await LookAsync(look, cancel).ConfigureAwait(false) is { } found)
                    {
                        return found;
                    }

                    try
                    {
                        return await OnceAsync(request, read, cancel).ConfigureAwait(false);
                    }
                    catch (CallFailure failure)
                    {
                        if (lost && recovery?.Settle?.Invoke(failure.Refusal) is { } settled)
                        {
                            return settled;
                        }

                        lost |= failure.MayBeDone;
                        throw;
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (CallFailure failure)
        {
            throw failure.Refusal;
        }
    }

    /// <summary>The answer's body as it arrives; dispose it to let go of the connection.</summary>
    public async Task<Download> ReadStreamAsync(HttpResponseMessage response, Patience patience) => new Download(
        response, await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false), Address, _options);

    public void Dispose() => _http.Dispose();

    /// <summary>A search that fails counts as a failed try: it is not known whether the call may be repeated.</summary>
    private async Task<T?> LookAsync<T>(Func<ServiceClient, CancellationToken, Task<T?>> look, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await look(WithRetries(0), cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException failure) when (failure.Code is ErrorCode.TemporarilyUnavailable or ErrorCode.RequestLimitExceeded or ErrorCode.InternalError)
        {
            throw new CallFailure(failure) { WorthRetrying = true };
        }
    }

    private async Task<T> OnceAsync<T>(
        Func<Patience, HttpRequestMessage> make, Func<HttpResponseMessage, Patience, Task<T>> read, CancellationToken cancellationToken)
    {
        using var patience = new Patience(_options.Timeout, _options.TimeProvider, cancellationToken);
        using var request = make(patience);
        try
        {
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            patience.Renew();
            if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                return await read(response, patience).ConfigureAwait(false);
            }

            using (response)
            {
                throw await Refusals.ReadAsync(response, Address, _options.TimeProvider.GetUtcNow(), patience.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && Breaks.Explain(failure, this, _options.Timeout) is { } explained)
        {
            throw explained;
        }
    }
}
