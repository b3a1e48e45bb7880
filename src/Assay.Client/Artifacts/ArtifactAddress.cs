using Assay.Client.Http;

namespace Assay.Client.Artifacts;

/// <summary>
/// Where a file is behind the server's artifact proxy. What a URL would silently turn into another path is refused here, before it is one; all
/// other rules are the server's.
/// </summary>
internal static class ArtifactAddress
{
    private const string Scheme = "mlflow-artifacts:";
    private const int MostLetters = 1024;
    private const string Root = "api/2.0/mlflow-artifacts/artifacts";

    /// <summary>The path under the proxy of what an artifact URI names, without slashes around it; empty for all that the server keeps.</summary>
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
            path = path.Trim('/') is { Length: > 0 } named ? Checked(named, artifactUri) : "";
            rest = host.Length == 0 || host == server.Root.Authority || host == server.Root.Host ? path : throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Artifacts at '{artifactUri}' are kept by {host}, not by {server}");
        }

        rest = rest.Trim('/');
        return rest.Length == 0 ? rest : Checked(rest, artifactUri);
    }

    /// <summary>The URL of a file.</summary>
    public static string File(string folder, string path) => $"{Root}/{Escape(Below(folder, Checked(path, path)))}";

    /// <summary>The URL of the folder itself.</summary>
    public static string Whole(string folder) => $"{Root}/{Escape(folder.Length == 0 ? throw Invalid("", "it is empty") : folder)}";

    /// <summary>The URL of a listing; null is the folder itself.</summary>
    public static string Listing(string folder, string? path) =>
        new UrlQuery(Root).Add("path", string.IsNullOrEmpty(path) ? folder : Below(folder, Checked(path, path))).ToString();

    private static string Below(string folder, string path) => folder.Length == 0 ? path : $"{folder}/{path}";

    private static string Checked(string path, string shown) =>
        path.Length == 0 ? throw Invalid(shown, "it is empty")
        : path.Length > MostLetters ? throw Invalid(path[..100] + '…', "it is too long")
        : HasLoneSurrogate(path) ? throw Invalid("…", "it is no valid Unicode")
        : path.Contains('\0', StringComparison.Ordinal) ? throw Invalid(shown, "it holds control characters")
        : path.Split('/').Any(part => part is "" or "." or "..") ? throw Invalid(shown, "it must not hold '.', '..' or an empty part")
        : path;

    /// <summary>Half of a pair would be sent as another character.</summary>
    private static bool HasLoneSurrogate(string path)
    {
        for (var at = 0; at < path.Length; at++)
        {
            if (char.IsSurrogate(path[at]) && !(at + 1 < path.Length && char.IsSurrogatePair(path[at], path[++at])))
            {
                return true;
            }
        }

        return false;
    }

    private static AssayException Invalid(string path, string fault) =>
        new(ErrorCode.InvalidParameterValue, $"Invalid path: '{path.Replace('\0', ' ')}': {fault}");

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
