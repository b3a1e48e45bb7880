namespace Assay.Prompts;

/// <summary>What a piece of a template is.</summary>
internal enum TemplatePieceKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Double or triple braces that hold an expression.</summary>
    Tag,

    /// <summary>
    /// Escaped braces, white space control, comments: what only the full template language understands, and names no column.
    /// </summary>
    Other,
}
