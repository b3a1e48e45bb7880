namespace Assay.Data.Sources;

/// <summary>Where rows come from, before ids and digests.</summary>
internal abstract class RowSource
{
    /// <inheritdoc cref="Dataset.Name"/>
    public abstract string Name { get; }

    /// <inheritdoc cref="Dataset.SourceType"/>
    public abstract string SourceType { get; }

    /// <inheritdoc cref="Dataset.Source"/>
    public abstract string Source { get; }

    /// <inheritdoc cref="Dataset.CanReadAgain"/>
    public virtual bool CanReadAgain => true;

    /// <summary>How messages call it: the path as the user gave it.</summary>
    public virtual string Title => Name;

    /// <summary>Something that changes when the content does, as far as that is cheap to know.</summary>
    public virtual string Stamp => "";

    /// <summary>The rows in order. May be called again when the first reading has ended.</summary>
    public abstract IAsyncEnumerable<RawRow> ReadAsync(CancellationToken cancellationToken);

    /// <summary>How messages call the place of a row.</summary>
    public string Place(long line) => $"{Title}, {Unit} {line}";

    /// <summary>What is counted: lines of a file, or rows.</summary>
    public virtual string Unit => "line";
}
