using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Assay.Data.Selection;

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

    /// <inheritdoc cref="Dataset.Steps"/>
    public virtual IReadOnlyList<DatasetStep> Steps => [];

    /// <summary>The source as MLflow's sources of its type are written.</summary>
    public virtual JsonObject Origin => new() { ["uri"] = Source };

    /// <summary>What the last reading gives reason to warn of.</summary>
    public virtual IEnumerable<string> Warnings => [];

    /// <summary>How messages call it: the path as the user gave it.</summary>
    public virtual string Title => Name;

    /// <summary>Something that changes when the content does, as far as that is cheap to know.</summary>
    public virtual string Stamp => "";

    /// <summary>What is counted: lines of a file, or rows.</summary>
    public virtual string Unit => "line";

    /// <summary>How many rows there are, when that can be known without reading them; null when not.</summary>
    public virtual ValueTask<long?> CountAsync(CancellationToken cancellationToken) => new((long?)null);

    /// <summary>The rows in order. May be called again when the first reading has ended.</summary>
    public abstract IAsyncEnumerable<RawRow> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The rows of some places; places behind the last row give nothing. Nothing behind the last place is read.</summary>
    public virtual async IAsyncEnumerable<RawRow> ReadAsync(RowPlaces places, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var next = places.GetEnumerator();
        if (!next.MoveNext())
        {
            yield break;
        }

        var place = 0L;
        await foreach (var row in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (place++ != next.Current)
            {
                continue;
            }

            yield return row;
            if (!next.MoveNext())
            {
                yield break;
            }
        }
    }

    /// <summary>How messages call the place of a row.</summary>
    public string Place(long line) => $"{Title}, {Unit} {line}";
}
