using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Models.Moderations;

/// <summary>
/// Asks an OpenAI-compatible moderations endpoint for the scores of its categories (<c>hate</c>, <c>harassment</c> …, each 0 to 1).
/// </summary>
public sealed class ModerationClient
{
    private const int LargestAnswer = 1 << 20;
    private const int Retries = 3;

    // One for all: it keeps the connections. The key travels with each request.
    private static readonly HttpClient Http = Connect();

    private readonly string? _key;
    private readonly Uri _endpoint;
    private readonly string _model;
    private readonly TimeProvider _time;

    /// <summary>A client of one endpoint.</summary>
    /// <param name="endpoint">The endpoint's base (<c>https://api.openai.com/v1</c>) or its full address, ending in
    /// <c>/moderations</c>.</param>
    /// <param name="key">The bearer key; null for none.</param>
    /// <param name="model">The moderation model.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public ModerationClient(Uri endpoint, string? key, string model = "omni-moderation-latest", TimeProvider? time = null)
    {
        var address = endpoint.AbsoluteUri.TrimEnd('/');
        _endpoint = new Uri(address.EndsWith("/moderations", StringComparison.Ordinal) ? address : address + "/moderations");
        _model = model;
        _time = time ?? TimeProvider.System;
        _key = key;
    }

    /// <summary>A client whose key is <c>OPENAI_API_KEY</c>.</summary>
    /// <exception cref="BadInputException">The endpoint is no http or https address, or no header can carry the key.</exception>
    public static ModerationClient FromEnvironment(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new ModerationClient(address, ModelEnvironment.OfProcess.Key(ModelEnvironment.OpenAIKey))
            : throw new BadInputException(
                $"--scorer toxicity: endpoint={endpoint} is not an address; an example: endpoint=https://api.openai.com/v1");

    /// <summary>The score of each category. Busy and failing services are asked again, three times.</summary>
    /// <exception cref="ModelException">There is no answer.</exception>
    public async Task<IReadOnlyDictionary<string, double>> ScoreAsync(string text, CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await ScoreOnceAsync(text, cancellationToken).ConfigureAwait(false);
            }
            catch (ModelException failure) when (attempt < Retries && failure.WorthRetrying)
            {
                await Task.Delay(Backoff.Wait(failure, attempt, Random.Shared.NextDouble()), _time, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, double>> ScoreOnceAsync(string text, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint)
        {
            Content = new StringContent(new JsonObject { ["model"] = _model, ["input"] = text }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = _key is null ? null : new AuthenticationHeaderValue("Bearer", _key);
        try
        {
            using var response = await Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw Refusal(response);
            }

            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.GetProperty("results")[0].GetProperty("category_scores").EnumerateObject()
                .ToDictionary(category => category.Name, category => category.Value.GetDouble());
        }
        catch (HttpRequestException failure)
        {
            throw new ModelException(ModelFailure.Unreachable, $"{_endpoint.Host}: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new ModelException(
                ModelFailure.ServiceError, $"{_endpoint.Host}: the answer is not that of a moderations endpoint", failure);
        }
        catch (TaskCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(ModelFailure.TimedOut, $"{_endpoint.Host}: no answer within a minute", failure);
        }
    }

    private ModelException Refusal(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var failure = StatusFailure.Of(status);
        var hint = failure == ModelFailure.Unauthorized ? $"; set {ModelEnvironment.OpenAIKey} to a key that may use it" : "";
        return new ModelException(failure, $"{_endpoint.Host}: the moderations endpoint answered {status}{hint}")
        {
            Status = status,
            RetryAfter = RetryAfterHeader.Parse(response.Headers, _time.GetUtcNow()),
        };
    }

    private static HttpClient Connect()
    {
        var http = ServiceConnection.Create();
        http.Timeout = TimeSpan.FromSeconds(60);
        http.MaxResponseContentBufferSize = LargestAnswer;
        return http;
    }
}
