using Assay.Data.Sources;

namespace Assay.Data;

/// <summary>Reads ids from their column: every row has one, and no two the same.</summary>
internal sealed class RowIds(RowSource source, string? column)
{
    /// <summary>The id of a row; throws when it has none.</summary>
    public string Read(RawRow row)
    {
        var place = Array.IndexOf(row.Columns, column);
        if (place < 0)
        {
            throw new BadInputException($"{source.Place(row.Line)}: {DatasetProfile.Missing(column!, "the row", row.Columns)}");
        }

        return row.Values[place].Text is { Length: > 0 } id
            ? id
            : throw new BadInputException(
                $"{source.Place(row.Line)}: no value in the id column \"{column}\"; give every row one, or leave the id column out");
    }

    /// <summary>Throws when two rows whose ids have a repeated hash have the same id.</summary>
    public async Task RequireDistinctAsync(IAsyncEnumerable<RawRow> rows, HashSet<ulong> repeated)
    {
        var digests = new ContentDigest();
        var lines = new Dictionary<string, long>();
        await foreach (var row in rows.ConfigureAwait(false))
        {
            var id = Read(row);
            if (repeated.Contains((ulong)(digests.Compute(id) >> 64)) && !lines.TryAdd(id, row.Line))
            {
                throw new BadInputException(
                    $"{source.Place(row.Line)}: the id \"{id}\" (column \"{column}\") is that of {source.Unit} {lines[id]} too; give every row its own");
            }
        }
    }
}
