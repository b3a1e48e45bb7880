namespace Assay.Data.Hub;

/// <summary>Where the hub and its row service are, and the key for them.</summary>
internal sealed class HubEndpoints
{
    private const string PublicHub = "https://huggingface.co";
    private const string PublicRows = "https://datasets-server.huggingface.co";

    private readonly string? _token;

    private HubEndpoints(Uri hub, Uri rows, string? token, bool offline) => (Hub, Rows, _token, IsOffline) = (hub, rows, token, offline);

    public Uri Hub { get; }

    public Uri Rows { get; }

    /// <summary>Whether the user wants no calls (<c>HF_HUB_OFFLINE</c>).</summary>
    public bool IsOffline { get; }

    public bool HasToken => _token is not null;

    /// <param name="options">What was given in code goes before the environment.</param>
    /// <param name="variable">The environment.</param>
    public static HubEndpoints Of(HubOptions options, Func<string, string?> variable)
    {
        string? Set(string name) => variable(name) is { Length: > 0 } value ? value.Trim() : null;
        var named = options.Endpoint ?? Address("HF_ENDPOINT", Set("HF_ENDPOINT"));
        var rows = options.RowsEndpoint ?? Address("HF_DATASETS_SERVER", Set("HF_DATASETS_SERVER"));
        var hub = named ?? new Uri(PublicHub);
        rows ??= named is null || hub.Host == new Uri(PublicHub).Host ? new Uri(PublicRows) : hub;
        var token = options.Token ?? Set("HF_TOKEN");
        if (token is not null && new[] { hub, rows }.FirstOrDefault(host => host.Scheme != Uri.UriSchemeHttps && !host.IsLoopback) is { } open)
        {
            throw new BadInputException($"{open}: HF_TOKEN would go there unencrypted; give an https address, or unset HF_TOKEN");
        }

        return new HubEndpoints(hub, rows, token, Set("HF_HUB_OFFLINE") is "1" or "true" or "TRUE" or "yes" or "on");
    }

    /// <summary>An address below one of the two, with a query.</summary>
    public static Uri Below(Uri service, string path, params (string Name, string Value)[] query) => new(
        $"{service.ToString().TrimEnd('/')}/{path}"
        + (query.Length == 0 ? "" : "?" + string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"))));

    /// <summary>The key for an address; null for other hosts than the two.</summary>
    public string? TokenFor(Uri address) => IsSame(address, Hub) || IsSame(address, Rows) ? _token : null;

    private static bool IsSame(Uri one, Uri other) => one.Scheme == other.Scheme && one.Authority == other.Authority;

    private static Uri? Address(string variable, string? text) => text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new BadInputException($"{variable}: \"{text}\" is not an http address; set it to one such as {PublicHub}");
}
