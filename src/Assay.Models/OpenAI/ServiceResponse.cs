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

        try
        {
            using var document = JsonDocument.Parse(Body);
            // Some gateways report an error of the service behind them with status 200.
            return document.RootElement.Field("error") is null || document.RootElement.Field("choices") is not null
                ? parse(document.RootElement)
                : throw ServiceFailure.Of(service, this with { Status = ServiceFailure.StatusIn(document.RootElement) });
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw ServiceFailure.Unparsable(service, this, exception);
        }
    }
}
