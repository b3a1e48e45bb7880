using System.Runtime.CompilerServices;

namespace Assay.Data.Sources;

/// <summary>The rows of a data set of the user's own kind, to choose from.</summary>
internal sealed class DatasetSource(Dataset dataset) : RowSource
{
    public override string Name => dataset.Name;

    public override string SourceType => dataset.SourceType;

    public override string Source => dataset.Source;

    public override bool CanReadAgain => dataset.CanReadAgain;

    public override IReadOnlyList<DatasetStep> Steps => dataset.Steps;

    public override string Unit => "row";

    public override async IAsyncEnumerable<RawRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] columns = [];
        await foreach (var row in dataset.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            columns = row.Columns.SequenceEqual(columns) ? columns : [.. row.Columns];
            yield return new RawRow(row.Index + 1, columns, [.. row.Values]);
        }
    }
}
