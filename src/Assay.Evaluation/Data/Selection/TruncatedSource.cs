using System.Globalization;
using System.Runtime.CompilerServices;
using Assay.Data.Sources;
using Assay.Tokens;
using Assay.Tracking;

namespace Assay.Data.Selection;

/// <summary>The rows of another source with the texts of one column cut to so many tokens.</summary>
internal sealed class TruncatedSource(RowSource inner, string column, TokenEncoding encoding, int tokens)
    : DerivedSource(inner, new DatasetStep([new Param("truncate", Describe(column, encoding, tokens))]))
{
    private long _rows;
    private long _cut;

    public override IEnumerable<string> Warnings => _cut == 0
        ? Inner.Warnings
        : [.. Inner.Warnings, string.Create(CultureInfo.InvariantCulture, $"--truncate {Describe(column, encoding, tokens)}: {_cut} of {Counted.Of(_rows, "row")} cut")];

    public override ValueTask<long?> CountAsync(CancellationToken cancellationToken) => Inner.CountAsync(cancellationToken);

    public override IAsyncEnumerable<RawRow> ReadAsync(CancellationToken cancellationToken) =>
        CutAsync(Inner.ReadAsync(cancellationToken), cancellationToken);

    public override IAsyncEnumerable<RawRow> ReadAsync(RowPlaces places, CancellationToken cancellationToken) =>
        CutAsync(Inner.ReadAsync(places, cancellationToken), cancellationToken);

    private static string Describe(string column, TokenEncoding encoding, int tokens) =>
        string.Create(CultureInfo.InvariantCulture, $"{column}={encoding.Name}:{tokens}");

    private async IAsyncEnumerable<RawRow> CutAsync(IAsyncEnumerable<RawRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var columns = new ColumnUnion();
        long read = 0;
        long cut = 0;
        try
        {
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                read++;
                columns.Add(row.Columns);
                var place = Array.IndexOf(row.Columns, column);
                var kept = place < 0 ? row : Cut(row, place);
                cut += ReferenceEquals(kept.Values, row.Values) ? 0 : 1;
                yield return kept;
            }
        }
        finally
        {
            (_rows, _cut) = (read, cut);
        }

        if (read > 0 && !columns.Columns.Contains(column))
        {
            throw new BadInputException($"--truncate: {DatasetProfile.Missing(column, Title, columns.Columns)}; name one with --truncate COLUMN={encoding.Name}:{tokens}");
        }
    }

    private RawRow Cut(RawRow row, int place)
    {
        var value = row.Values[place];
        if (!value.IsText)
        {
            return value.Text is ['[' or '{', ..]
                ? throw new BadInputException($"{Place(row.Line)}: \"{column}\" holds a list or an object; --truncate cuts texts only: name a column of texts")
                : row;
        }

        var length = encoding.PrefixLength(value.Text, tokens);
        if (length == value.Text!.Length)
        {
            return row;
        }

        FieldValue[] values = [.. row.Values];
        values[place] = FieldValue.FromText(value.Text[..length]);
        return row with { Values = values };
    }
}
