using System.Text.Json;

namespace Assay.Models;

/// <summary>What a service sent back.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; whole.</param>
/// <param name="RetryAfter">How long the service asks to wait; null when it does not say.</param>
internal sealed record ServiceResponse(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter)
{
    /// <summary>The answer in the response. Throws <see cref="ModelException"/> when there is none.</summary>
    public Answer Read(OpenAIService service, Func<JsonElement, Answer> parse)
    {
        if (Status is < 200 or > 299)
        {
            return ServiceFailure.Withheld(Body) ?? throw ServiceFailure.Of(service, this);
        }

        // Some gateways report an error of the service behind them with status 200.
        return ReadJson(service, body => body.Field("error") is null || body.Field("choices") is not null
            ? parse(body)
            : throw ServiceFailure.Of(service, this with { Status = ServiceFailure.StatusIn(body) }));
    }

    /// <summary>What a successful response holds. Throws <see cref="ModelException"/> when it reports a failure or cannot be read.</summary>
    public T ReadJson<T>(OpenAIService service, Func<JsonElement, T> parse)
    {
        if (Status is < 200 or > 299)
        {
            throw ServiceFailure.Of(service, this);
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            return parse(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw ServiceFailure.Unparsable(service, this, exception);
        }
    }
}
