using System.Runtime.CompilerServices;
using Assay.Data.Sources;
using Assay.Data.Where;
using Assay.Tracking;

namespace Assay.Data.Selection;

/// <summary>The rows of another source that meet a condition.</summary>
internal sealed class FilteredSource(RowSource inner, RowFilter filter) : DerivedSource(inner, new DatasetStep([new Param("where", filter.Text)]))
{
    public override async IAsyncEnumerable<RawRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var columns = new ColumnUnion();
        long rows = 0;
        long kept = 0;
        await foreach (var row in Inner.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows++;
            columns.Add(row.Columns);
            if (filter.Matches(row))
            {
                kept++;
                yield return row;
            }
        }

        if (rows > 0 && filter.Columns.FirstOrDefault(column => !columns.Columns.Contains(column)) is { } missing)
        {
            throw new BadInputException($"--where: {DatasetProfile.Missing(missing, Title, columns.Columns)}");
        }

        if (rows > 0 && kept == 0)
        {
            throw new BadInputException($"--where \"{filter.Text}\": none of the {Counted.Of(rows, "row")} of {Title} is like that; ask for others");
        }
    }
}
