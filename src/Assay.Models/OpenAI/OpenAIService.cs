namespace Assay.Models;

/// <summary>A service that speaks OpenAI's protocol: where it is, what it is asked for, and how errors name it.</summary>
internal sealed record OpenAIService
{
    /// <summary>The model's name as the user gave it.</summary>
    public required string Name { get; init; }

    /// <summary>The address before <c>/chat/completions</c>, without a slash at its end.</summary>
    public required Uri Address { get; init; }

    /// <summary>Azure's <c>api-version</c>; null to send none.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The request's field <c>model</c>.</summary>
    public required string Model { get; init; }

    public required ServiceKey Key { get; init; }

    /// <summary>The environment variable that holds the key.</summary>
    public required string KeyVariable { get; init; }

    /// <summary>The environment variable that holds the address.</summary>
    public required string AddressVariable { get; init; }

    public required Secrets Secrets { get; init; }

    /// <summary>The host that people know the service by.</summary>
    public string Host => Address.Authority;

    /// <summary>The address of an operation: <c>chat/completions</c>, <c>completions</c>.</summary>
    public Uri OperationAddress(string operation) =>
        new($"{Address.AbsoluteUri.TrimEnd('/')}/{operation}{(ApiVersion is null ? "" : "?api-version=" + Uri.EscapeDataString(ApiVersion))}");
}
