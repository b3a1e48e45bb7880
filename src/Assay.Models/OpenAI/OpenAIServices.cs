using Azure.Identity;

namespace Assay.Models;

/// <summary>Finds the service that a model's name means, from the environment.</summary>
internal static class OpenAIServices
{
    private static readonly Uri DefaultAddress = new("https://api.openai.com/v1");

    /// <summary>OpenAI, or the compatible service at <c>OPENAI_BASE_URL</c>, which may want no key.</summary>
    public static OpenAIService OpenAI(ModelSpec spec, ModelEnvironment environment)
    {
        var address = environment.Address(ModelEnvironment.OpenAIAddress) ?? DefaultAddress;
        var key = environment.Key(ModelEnvironment.OpenAIKey);
        if (key is null && address.Host == DefaultAddress.Host)
        {
            throw new ModelException(ModelFailure.Unauthorized,
                $"{address.Host} needs a key: set {ModelEnvironment.OpenAIKey} (or {ModelEnvironment.OpenAIAddress} for a service that needs none)");
        }

        KeyHeader? header = key is null ? null : new KeyHeader("Authorization", "Bearer " + key);
        return new OpenAIService
        {
            Name = spec.Name,
            Address = address,
            Model = spec.Target,
            Key = _ => ValueTask.FromResult(header),
            KeyVariable = ModelEnvironment.OpenAIKey,
            AddressVariable = ModelEnvironment.OpenAIAddress,
            Secrets = environment.Secrets,
        };
    }

    /// <summary>
    /// A deployment of Azure OpenAI: by its own path with an API version, else through the versionless <c>/openai/v1</c>.
    /// </summary>
    public static OpenAIService Azure(ModelSpec spec, ModelEnvironment environment)
    {
        var resource = environment.Address(ModelEnvironment.AzureAddress) ?? throw new BadInputException(
            $"model '{spec.Name}' needs the address of the Azure OpenAI resource: set {ModelEnvironment.AzureAddress}, as in https://NAME.openai.azure.com");
        var version = environment[ModelEnvironment.AzureVersion];
        var root = Root(resource);
        return new OpenAIService
        {
            Name = spec.Name,
            Address = new Uri(version is null ? $"{root}/openai/v1" : $"{root}/openai/deployments/{Uri.EscapeDataString(spec.Target)}"),
            ApiVersion = version,
            Model = spec.Target,
            Key = AzureKey(resource, environment),
            KeyVariable = ModelEnvironment.AzureKey,
            AddressVariable = ModelEnvironment.AzureAddress,
            Secrets = environment.Secrets,
        };
    }

    // The portal also offers the address with the path of one protocol at its end.
    private static string Root(Uri resource)
    {
        var text = resource.AbsoluteUri.TrimEnd('/');
        text = text.EndsWith("/v1", StringComparison.OrdinalIgnoreCase) ? text[..^"/v1".Length] : text;
        return text.EndsWith("/openai", StringComparison.OrdinalIgnoreCase) ? text[..^"/openai".Length] : text;
    }

    private static ServiceKey AzureKey(Uri resource, ModelEnvironment environment)
    {
        if (environment.Key(ModelEnvironment.AzureKey) is { } key)
        {
            return _ => ValueTask.FromResult<KeyHeader?>(new KeyHeader("api-key", key));
        }

        if (resource.Scheme != Uri.UriSchemeHttps && !resource.IsLoopback)
        {
            throw new BadInputException(
                $"{ModelEnvironment.AzureAddress} must begin with https:// to sign in with Azure; or set {ModelEnvironment.AzureKey} for a service that takes a key");
        }

        var credential = environment.AzureCredential;
        return new AzureSignIn(() => credential ?? DefaultCredential(), resource.Authority).HeaderAsync;
    }

    // Apart, so that Azure.Identity is loaded only by who signs in with it.
    private static DefaultAzureCredential DefaultCredential() => new();
}
