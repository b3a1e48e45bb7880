namespace Assay.Web.Artifacts;

/// <summary>A file that is shown: what its beginning holds.</summary>
public sealed record ArtifactFile
{
    /// <summary>Its path among the run's files.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>How it is shown.</summary>
    public required ArtifactKind Kind { get; init; }

    /// <summary>Its text, or the beginning of it; null for what is no text.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the file is longer than the text.</summary>
    public bool IsCut { get; init; }

    /// <summary>Its rows, for a table.</summary>
    public TabularText? Table { get; init; }

    /// <summary>Whether what is shown as a table can be shown as a tree too.</summary>
    public bool HasTree { get; init; }

    /// <summary>Whether what is shown as a tree can be shown as a table too.</summary>
    public bool HasTable { get; init; }

    /// <summary>Its name without folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
