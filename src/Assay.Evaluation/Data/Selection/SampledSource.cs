using System.Globalization;
using System.Runtime.CompilerServices;
using Assay.Data.Sources;
using Assay.Tracking;

namespace Assay.Data.Selection;

/// <summary>
/// Rows of another source drawn at random, in their order. The first reading chooses (a source that knows how many rows it has is not read for
/// that); only the places are kept.
/// </summary>
internal sealed class SampledSource(RowSource inner, int size, long seed, string? stratum) : DerivedSource(inner, Describe(size, seed, stratum))
{
    private (string Stamp, long[] Places, long Rows)? _chosen;

    public override IEnumerable<string> Warnings => _chosen is { } chosen && chosen.Rows < size
        ? [.. Inner.Warnings, string.Create(CultureInfo.InvariantCulture, $"--sample {size}: there are {Counted.Of(chosen.Rows, "row")}, and all are taken")]
        : Inner.Warnings;

    public override async ValueTask<long?> CountAsync(CancellationToken cancellationToken) =>
        (await ChooseAsync(cancellationToken).ConfigureAwait(false)).LongLength;

    public override async IAsyncEnumerable<RawRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chosen = await ChooseAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var row in Inner.ReadAsync(RowPlaces.Of(chosen), cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    public override async IAsyncEnumerable<RawRow> ReadAsync(RowPlaces places, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chosen = await ChooseAsync(cancellationToken).ConfigureAwait(false);
        var inner = RowPlaces.Of([.. places.TakeWhile(place => place < chosen.LongLength).Select(place => chosen[place])]);
        await foreach (var row in Inner.ReadAsync(inner, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    private static DatasetStep Describe(int size, long seed, string? stratum)
    {
        List<Param> settings =
        [
            new("sample", size.ToString(CultureInfo.InvariantCulture)),
            new("seed", seed.ToString(CultureInfo.InvariantCulture)),
        ];
        if (stratum is not null)
        {
            settings.Add(new Param("stratify", stratum));
        }

        return new DatasetStep(settings);
    }

    private async ValueTask<long[]> ChooseAsync(CancellationToken cancellationToken)
    {
        var stamp = Inner.Stamp;
        if (_chosen is { } chosen && chosen.Stamp == stamp)
        {
            return chosen.Places;
        }

        var (places, rows) = await (stratum is null ? DrawAsync(cancellationToken) : DrawByGroupAsync(stratum, cancellationToken)).ConfigureAwait(false);
        _chosen = (stamp, places, rows);
        return places;
    }

    private async Task<(long[] Places, long Rows)> DrawAsync(CancellationToken cancellationToken)
    {
        var draw = new RandomDraw(size, (ulong)seed);
        long rows = 0;
        if (await Inner.CountAsync(cancellationToken).ConfigureAwait(false) is { } count)
        {
            for (; rows < count; rows++)
            {
                draw.Add(rows);
            }
        }
        else
        {
            await foreach (var row in Inner.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                draw.Add(rows++);
            }
        }

        return ([.. draw.Places], rows);
    }

    private async Task<(long[] Places, long Rows)> DrawByGroupAsync(string column, CancellationToken cancellationToken)
    {
        var strata = new Strata(size, (ulong)seed);
        var columns = new ColumnUnion();
        long rows = 0;
        await foreach (var row in Inner.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows++;
            columns.Add(row.Columns);
            var place = Array.IndexOf(row.Columns, column);
            strata.Add(place < 0 ? FieldValue.Null : row.Values[place]);
            if (strata.Count > size)
            {
                throw new BadInputException(string.Create(CultureInfo.InvariantCulture,
                    $"--stratify {column}: the column has more than {size} values, and a sample of {size} cannot hold one of each; draw more rows, or name a column of few values"));
            }
        }

        return rows == 0 || columns.Columns.Contains(column)
            ? (strata.Draw(), rows)
            : throw new BadInputException($"--stratify: {DatasetProfile.Missing(column, Title, columns.Columns)}");
    }
}
