using System.Globalization;
using Assay.Data.Sources;
using Assay.Tracking;

namespace Assay.Data.Selection;

/// <summary>The first rows of another source.</summary>
internal sealed class HeadSource(RowSource inner, int rows)
    : DerivedSource(inner, new DatasetStep([new Param("head", rows.ToString(CultureInfo.InvariantCulture))]))
{
    public override async ValueTask<long?> CountAsync(CancellationToken cancellationToken) =>
        await Inner.CountAsync(cancellationToken).ConfigureAwait(false) is { } all ? Math.Min(all, rows) : null;

    public override IAsyncEnumerable<RawRow> ReadAsync(CancellationToken cancellationToken) =>
        Inner.ReadAsync(RowPlaces.First(rows), cancellationToken);

    public override IAsyncEnumerable<RawRow> ReadAsync(RowPlaces places, CancellationToken cancellationToken) =>
        Inner.ReadAsync(RowPlaces.Of([.. places.TakeWhile(place => place < rows)]), cancellationToken);
}
