using Assay.Client.Http;

namespace Assay.Client.Artifacts;

/// <summary>
/// Where a file is behind the server's artifact proxy. What a URL would silently turn into another path is refused here, before it is one; all
/// other rules are the server's.
/// </summary>
internal static class ArtifactAddress
{
    private const string Scheme = "mlflow-artifacts:";
    private const string Root = "api/2.0/mlflow-artifacts/artifacts";

    /// <summary>The path under the proxy of what an artifact URI names, without slashes around it.</summary>
    public static string Folder(string artifactUri, ServiceAddress server)
    {
        if (!artifactUri.StartsWith(Scheme + '/', StringComparison.Ordinal))
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue,
                $"Artifacts at '{artifactUri}' are not kept by this store: it keeps those under {Scheme}/");
        }

        var rest = artifactUri[Scheme.Length..];
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            // The longer form names the server itself.
            var (host, path) = rest[2..].Split('/', 2) is [var authority, var below] ? (authority, below) : (rest[2..], "");
            rest = host.Length == 0 || host == server.Root.Authority || host == server.Root.Host ? path : throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Artifacts at '{artifactUri}' are kept by {host}, not by {server}");
        }

        return Checked(rest.Trim('/'), artifactUri);
    }

    /// <summary>The URL of a file.</summary>
    public static string File(string folder, string path) => $"{Whole(folder)}/{Escape(Checked(path, path))}";

    /// <summary>The URL of the folder itself.</summary>
    public static string Whole(string folder) => $"{Root}/{Escape(folder)}";

    /// <summary>The URL of a listing; null is the folder itself.</summary>
    public static string Listing(string folder, string? path) =>
        new UrlQuery(Root).Add("path", string.IsNullOrEmpty(path) ? folder : $"{folder}/{Checked(path, path)}").ToString();

    private static string Checked(string path, string shown) =>
        path.Length == 0 ? throw Invalid(shown, "it is empty")
        : path.Contains('\0', StringComparison.Ordinal) ? throw Invalid(shown, "it holds control characters")
        : path.Split('/').Any(part => part is "" or "." or "..") ? throw Invalid(shown, "it must not hold '.', '..' or an empty part")
        : path;

    private static AssayException Invalid(string path, string fault) =>
        new(ErrorCode.InvalidParameterValue, $"Invalid path: '{path.Replace('\0', ' ')}': {fault}");

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
