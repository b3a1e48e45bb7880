namespace Assay.Storage.Artifacts;

/// <summary>The URIs under which runs know their artifacts: <c>mlflow-artifacts:/EXPERIMENT/RUN/artifacts</c>.</summary>
internal static class ArtifactUri
{
    private const string Scheme = "mlflow-artifacts:/";

    /// <summary>The parts of a URI and of a path under it.</summary>
    public static string[] Split(string artifactUri, string? path)
    {
        if (!artifactUri.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Artifacts at '{artifactUri}' are not kept by this store: it keeps those under {Scheme}");
        }

        var parts = ArtifactPath.Split(artifactUri[Scheme.Length..].TrimEnd('/'));
        return string.IsNullOrEmpty(path) ? parts : [.. parts, .. ArtifactPath.Split(path)];
    }
}
