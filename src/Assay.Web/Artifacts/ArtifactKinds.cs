using System.Collections.Frozen;

namespace Assay.Web.Artifacts;

/// <summary>What a file is, told by its name; of text, what it holds has the last word.</summary>
internal static class ArtifactKinds
{
    private const string Binary = "application/octet-stream";

    private static readonly FrozenDictionary<string, (ArtifactKind Kind, string Type)> ByEnding = new Dictionary<string, (ArtifactKind, string)>
    {
        [".png"] = (ArtifactKind.Image, "image/png"),
        [".jpg"] = (ArtifactKind.Image, "image/jpeg"),
        [".jpeg"] = (ArtifactKind.Image, "image/jpeg"),
        [".gif"] = (ArtifactKind.Image, "image/gif"),
        [".webp"] = (ArtifactKind.Image, "image/webp"),
        [".svg"] = (ArtifactKind.Image, "image/svg+xml"),
        [".json"] = (ArtifactKind.Json, Plain),
        [".csv"] = (ArtifactKind.Table, Plain),
        [".tsv"] = (ArtifactKind.Table, Plain),
        [".md"] = (ArtifactKind.Markdown, Plain),
        [".markdown"] = (ArtifactKind.Markdown, Plain),
        [".html"] = (ArtifactKind.Html, Plain),
        [".htm"] = (ArtifactKind.Html, Plain),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> TextEndings = new[]
    {
        ".txt", ".log", ".err", ".out", ".cfg", ".conf", ".ini", ".properties", ".toml", ".yaml", ".yml", ".xml", ".jsonl", ".ndjson", ".js", ".mjs", ".ts", ".py",
        ".ipynb", ".cs", ".fs", ".java", ".go", ".rs", ".c", ".h", ".cpp", ".r", ".jl", ".sql", ".sh", ".ps1", ".rst", ".tex", ".css", ".diff", ".patch", ".env", ".lock",
        ".jinja", ".j2", ".prompt", ".vocab", ".bpe",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> TextNames = new[] { "MLmodel", "MLproject", "Dockerfile", "Makefile", "README", "LICENSE" }.ToFrozenSet(StringComparer.Ordinal);

    private const string Plain = "text/plain; charset=utf-8";

    public static ArtifactKind Of(string path) => ByEnding.TryGetValue(Path.GetExtension(path), out var known) ? known.Kind
        : TextEndings.Contains(Path.GetExtension(path)) || TextNames.Contains(Path.GetFileName(path)) ? ArtifactKind.Text
        : ArtifactKind.Other;

    /// <summary>The media type that it is sent with: of what a browser would run as a page or a script, plain text.</summary>
    public static string TypeOf(string path) => ByEnding.TryGetValue(Path.GetExtension(path), out var known) ? known.Type
        : Of(path) == ArtifactKind.Text ? Plain
        : Binary;
}
