namespace Assay.Web.Artifacts;

/// <summary>How a file is shown.</summary>
public enum ArtifactKind
{
    /// <summary>Not at all: to download.</summary>
    Other,

    /// <summary>As it is written.</summary>
    Text,

    /// <summary>As a tree that opens.</summary>
    Json,

    /// <summary>As a table.</summary>
    Table,

    /// <summary>As a picture.</summary>
    Image,

    /// <summary>As formatted text.</summary>
    Markdown,

    /// <summary>In a frame in which nothing can be done.</summary>
    Html,
}
