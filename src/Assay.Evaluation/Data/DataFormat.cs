namespace Assay.Data;

/// <summary>How rows are written in a file.</summary>
public enum DataFormat
{
    /// <summary>
    /// Values with commas (or tabs or semicolons, when the header has those and no comma) between them; a header line first.
    /// </summary>
    Csv,

    /// <summary>Values with tabs between them; a header line first.</summary>
    Tsv,

    /// <summary>An array of objects, or <c>{"columns": […], "data": [[…], …]}</c>.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
