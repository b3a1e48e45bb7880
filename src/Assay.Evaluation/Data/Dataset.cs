using System.Text.Json.Nodes;
using Assay.Data;

namespace Assay;

/// <summary>
/// Rows to evaluate. Made by <c>Dataset.FromFile</c>, <c>Dataset.Of</c> or <c>Dataset.From</c>; may be read several times unless it says
/// otherwise.
/// </summary>
public abstract partial class Dataset
{
    /// <summary>For people: a file's name without its folder.</summary>
    public abstract string Name { get; }

    /// <summary>Where it comes from: <c>local</c>, <c>code</c>, <c>stdin</c>, <c>hugging_face</c>, <c>sample</c>.</summary>
    public abstract string SourceType { get; }

    /// <summary>The source itself: a path, or a word where there is none.</summary>
    public abstract string Source { get; }

    /// <summary>False for a stream that is gone once read (standard input): it can be evaluated, not resumed.</summary>
    public virtual bool CanReadAgain => true;

    /// <summary>What was done with the source's rows, in order: rows chosen, values cut.</summary>
    public virtual IReadOnlyList<DatasetStep> Steps => [];

    /// <summary>The source and the steps as a JSON object, as runs log it: <c>{"uri": "…/data.csv", "steps": [{"head": "10"}]}</c>.</summary>
    public virtual string SourceJson => DatasetDescription.Source(new JsonObject { ["uri"] = Source }, Steps);

    /// <summary>
    /// Reads all rows once: finds errors, counts, digests. Constant memory, but for the ids. Throws <see cref="BadInputException"/>.
    /// </summary>
    public abstract Task<DatasetProfile> InspectAsync(CancellationToken cancellationToken = default);

    /// <summary>Streams the rows in order. Throws <see cref="BadInputException"/> at the first bad row.</summary>
    public abstract IAsyncEnumerable<Row> ReadAsync(CancellationToken cancellationToken = default);
}
