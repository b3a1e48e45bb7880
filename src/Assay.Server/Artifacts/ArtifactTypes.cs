using Microsoft.AspNetCore.StaticFiles;

namespace Assay.Server.Artifacts;

/// <summary>The media types of files, by their names. What people read as text is told to be text, as MLflow's server does.</summary>
internal static class ArtifactTypes
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    private static readonly HashSet<string> Text = new(
        [
            ".txt", ".log", ".err", ".out", ".cfg", ".conf", ".cnf", ".cf", ".ini", ".properties", ".hocon", ".toml", ".yaml", ".yml", ".xml",
            ".json", ".jsonl", ".js", ".py", ".py3", ".cs", ".csv", ".tsv", ".md", ".rst", ".sql", ".sh",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> TextNames = ["MLmodel", "MLproject"];

    public static string Of(string name) =>
        TextNames.Contains(name) || Text.Contains(Path.GetExtension(name)) ? "text/plain; charset=utf-8"
        : Types.TryGetContentType(name, out var type) ? type
        : "application/octet-stream";
}
