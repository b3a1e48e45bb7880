namespace Assay.Storage.Artifacts;

/// <summary>The URIs under which runs know their artifacts: <c>mlflow-artifacts:/EXPERIMENT/RUN/artifacts</c>.</summary>
internal static class ArtifactUri
{
    /// <summary>Of all that a store keeps; a URI is this and a path.</summary>
    private const string Scheme = "mlflow-artifacts:/";

    /// <summary>The parts of a URI and of a path under it; none for the root of all.</summary>
    public static string[] Split(string artifactUri, string? path)
    {
        if (!artifactUri.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Artifacts at '{artifactUri}' are not kept by this store: it keeps those under {Scheme}");
        }

        var root = artifactUri[Scheme.Length..].TrimEnd('/');
        var parts = root.Length == 0 && artifactUri.Length == Scheme.Length ? [] : ArtifactPath.Split(root);
        return string.IsNullOrEmpty(path) ? parts : [.. parts, .. ArtifactPath.Split(path)];
    }

    /// <summary>The parts of a file's place: the path must be there.</summary>
    public static string[] SplitFile(string artifactUri, string? path) =>
        Split(artifactUri, string.IsNullOrEmpty(path) ? throw ArtifactPath.Invalid("", "it is empty") : path);

    /// <summary>The parts of what is to be deleted: anything but the root of all.</summary>
    public static string[] SplitDeleted(string artifactUri, string? path) =>
        path is not null ? SplitFile(artifactUri, path) : Split(artifactUri, null) is { Length: > 0 } parts ? parts : throw ArtifactPath.Invalid("", "it is empty");
}
