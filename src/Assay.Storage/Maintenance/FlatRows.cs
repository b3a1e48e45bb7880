using System.Globalization;
using Assay.Storage.Sql;

namespace Assay.Storage.Maintenance;

/// <summary>
/// The rows of one table under an owner, in the order of a key. They are deleted from the first on, up to a row that is looked up before, so that
/// an index leads to each part and none is read twice.
/// </summary>
internal sealed class FlatRows : IOwnedRows
{
    private readonly KeyColumn[] _key;
    private readonly string _boundary;
    private readonly string _below;
    private readonly string _all;

    /// <param name="table">The table.</param>
    /// <param name="owner">Its column with the owner's key.</param>
    /// <param name="key">The columns that follow it in an index.</param>
    public FlatRows(string table, string owner, params KeyColumn[] key)
    {
        _key = key;
        var columns = string.Join(", ", key.Select(column => column.Name));
        var parameters = string.Join(", ", key.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 2}")));
        _boundary = $"SELECT {columns} FROM {table} WHERE {owner} = $1 ORDER BY {columns} LIMIT 1 OFFSET $2";
        _below = $"DELETE FROM {table} WHERE {owner} = $1 AND ({columns}) < ({parameters})";
        _all = $"DELETE FROM {table} WHERE {owner} = $1";
    }

    public async Task<(int Deleted, bool AllGone)> DeleteAsync(SqlSession session, long owner, int most)
    {
        var boundary = await session.FirstAsync(_boundary, row => _key.Select((column, i) => column.Read(row, i)).ToArray(), owner, most)
            .ConfigureAwait(false);
        return boundary is null
            ? (await session.ExecuteAsync(_all, owner).ConfigureAwait(false), true)
            : (await session.ExecuteAsync(_below, [owner, .. boundary]).ConfigureAwait(false), false);
    }
}
