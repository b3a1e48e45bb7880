using Assay.Data;

namespace Assay;

/// <summary>How to read a data set.</summary>
public sealed record DatasetOptions
{
    /// <summary>The column whose value is the row's id; null: the id is the content's digest and its occurrence (<c>3f2a…-1</c>).</summary>
    public string? IdColumn { get; init; }

    /// <summary>Only the first so many rows; null: all. Errors further on are not looked for.</summary>
    public int? Head { get; init; }

    /// <summary>The format; null: by the file's extension, for a stream by its first bytes.</summary>
    public DataFormat? Format { get; init; }
}
