namespace Assay.Client.Http;

/// <summary>Where a server is. What a URL says of the caller is taken out of it, so that no message can show it.</summary>
internal sealed class ServiceAddress
{
    private ServiceAddress(Uri root, Credentials? credentials) => (Root, Credentials) = (root, credentials);

    /// <summary>The URL that paths are put behind; it ends with a slash.</summary>
    public Uri Root { get; }

    /// <summary>User and password that stood in the URL.</summary>
    public Credentials? Credentials { get; }

    /// <summary>For people, without a slash at the end.</summary>
    public override string ToString() => Root.AbsoluteUri.TrimEnd('/');

    /// <exception cref="BadInputException">It is no http or https URL.</exception>
    public static ServiceAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            // The text may hold a password, behind a scheme or without one: only what cannot be one is repeated.
            var shown = text.Contains('@', StringComparison.Ordinal) ? text[..Math.Max(0, text.IndexOf(':', StringComparison.Ordinal))] : text.Split("://")[0];
            throw new BadInputException($"'{shown}…' is not the URL of a tracking server; give one such as http://127.0.0.1:5000");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new BadInputException($"The URL of the tracking server at {uri.Authority} has a part behind '?' or '#'; leave it out");
        }

        var root = new UriBuilder(uri) { UserName = "", Password = "", Path = uri.AbsolutePath.TrimEnd('/') + '/' }.Uri;
        return new(root, Who(uri.UserInfo));
    }

    private static Credentials? Who(string userInfo)
    {
        if (userInfo.Length == 0)
        {
            return null;
        }

        var parts = userInfo.Split(':', 2);
        return Client.Credentials.Basic(Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
