using Assay.Storage.Sql;

namespace Assay.Storage.Maintenance;

/// <summary>The rows of a table under an owner that own rows themselves: each goes after what it owns.</summary>
/// <param name="table">The table.</param>
/// <param name="key">Its own key.</param>
/// <param name="owner">Its column with the owner's key.</param>
/// <param name="inner">What its rows own.</param>
internal sealed class NestedRows(string table, string key, string owner, params IOwnedRows[] inner) : IOwnedRows
{
    private readonly string _next = $"SELECT {key} FROM {table} WHERE {owner} = $1 LIMIT 1";
    private readonly string _delete = $"DELETE FROM {table} WHERE {key} = $1";

    public async Task<(int Deleted, bool AllGone)> DeleteAsync(SqlSession session, long owner, int most)
    {
        var deleted = 0;
        while (deleted < most)
        {
            if (await session.KeyAsync(_next, owner).ConfigureAwait(false) is not { } one)
            {
                return (deleted, true);
            }

            foreach (var rows in inner)
            {
                var (gone, all) = await rows.DeleteAsync(session, one, most - deleted).ConfigureAwait(false);
                deleted += gone;
                if (!all)
                {
                    return (deleted, false);
                }
            }

            deleted += await session.ExecuteAsync(_delete, one).ConfigureAwait(false);
        }

        return (deleted, false);
    }
}
