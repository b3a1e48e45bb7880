using Assay.Storage.Sql;
using Assay.Tracking;
using static Assay.Storage.Sql.SqlColumn;

namespace Assay.Storage.Tracking;

/// <summary>The SQL of the notes on runs. The tag <c>mlflow.runName</c> is the run's name: setting one sets the other.</summary>
internal static class RunTagTable
{
    public const string RunName = "mlflow.runName";
    public const string User = "mlflow.user";

    private static readonly SqlInsert Upsert = new(
        "run_tags", [Integer("run_key"), Text("key"), Text("value")], "ON CONFLICT (run_key, key) DO UPDATE SET value = excluded.value");

    /// <summary>Sets notes; of two with one key the last.</summary>
    public static async Task SetAsync(SqlSession session, long run, IReadOnlyList<Tag> tags)
    {
        if (tags.Count == 0)
        {
            return;
        }

        // In the order of their keys, so that two batches of the same keys do not wait for each other.
        var last = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            last[tag.Key] = tag.Value;
        }

        await session.InsertAsync(Upsert, [.. last.Select(tag => (object?[])[run, tag.Key, tag.Value])]).ConfigureAwait(false);
        if (last.TryGetValue(RunName, out var name))
        {
            await RunTable.UpdateAsync(session, run, new RunUpdate(RunName: name)).ConfigureAwait(false);
        }
    }

    public static ValueTask<int> DeleteAsync(SqlSession session, long run, string key) => session.ExecuteAsync(
        "DELETE FROM run_tags WHERE run_key = $1 AND key = $2", run, key);

    /// <summary>The notes of runs, by run, each ordered by key; of these names only, when any are given.</summary>
    public static async Task<ByOwner<Tag>> OfAsync(SqlSession session, object runs, IReadOnlyCollection<string>? names, CancellationToken cancellationToken) =>
        new(await NamedRows.ListAsync(
            session, "SELECT run_key, key, value FROM run_tags", runs, names,
            row => new Owned<Tag>(row.Long(0), new Tag(row.Text(1), row.Text(2))), cancellationToken).ConfigureAwait(false));
}
