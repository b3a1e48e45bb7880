using Azure.Core;

namespace Assay.Models;

/// <summary>
/// Where models find their addresses and keys: environment variables, and how to sign in with Azure when there is no key.
/// </summary>
/// <param name="read">The value of a variable by its name; null when it is not set.</param>
public sealed class ModelEnvironment(Func<string, string?> read)
{
    internal const string OpenAIKey = "OPENAI_API_KEY";
    internal const string OpenAIAddress = "OPENAI_BASE_URL";
    internal const string AzureKey = "AZURE_OPENAI_API_KEY";
    internal const string AzureAddress = "AZURE_OPENAI_ENDPOINT";
    internal const string AzureVersion = "AZURE_OPENAI_API_VERSION";

    /// <summary>The variables of this process.</summary>
    public static ModelEnvironment OfProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>Signs in with Azure when no key is given; null for Azure.Identity's <c>DefaultAzureCredential</c>.</summary>
    public TokenCredential? AzureCredential { get; init; }

    /// <summary>The keys that are set, to keep them out of messages and recordings.</summary>
    public Secrets Secrets => new([this[OpenAIKey], this[AzureKey]]);

    /// <summary>The variable's value without blanks around it; null when it is not set or blank.</summary>
    public string? this[string variable] => read(variable)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>
    /// The variable's value as the address of a service; null when it is not set. Throws <see cref="BadInputException"/> when it is no HTTP
    /// address.
    /// </summary>
    internal Uri? Address(string variable)
    {
        if (this[variable] is not { } text)
        {
            return null;
        }

        var usable = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query: "", Fragment: "", UserInfo: "" };
        return usable ? address : throw new BadInputException(
            $"{variable} is not the address of a service: it must begin with http:// or https:// and hold no user name, '?' or '#'");
    }

    /// <summary>
    /// The variable's value as a key; null when it is not set. Throws <see cref="BadInputException"/> when no header can carry it.
    /// </summary>
    internal string? Key(string variable) => this[variable] is not { } key ? null
        : key.All(character => character is > ' ' and <= '~') ? key
        : throw new BadInputException(
            $"{variable} holds characters that a key cannot have (a blank, a line break, a typographic quote); copy the key again");
}
