using Assay.Storage.Search;
using Assay.Storage.Sql;
using Assay.Tracking;
using static Assay.Storage.Sql.SqlColumn;

namespace Assay.Storage.Tracking;

/// <summary>The SQL of the keys that runs of an experiment have.</summary>
internal static class RunKeyTable
{
    private static readonly SqlInsert Insert = new(
        "run_keys", [Integer("experiment_id"), Integer("kind"), Text("key")], "ON CONFLICT (experiment_id, kind, key) DO NOTHING");

    /// <summary>Adds keys; those that another process added meanwhile are there already.</summary>
    public static async Task AddAsync(SqlSession session, NewRunKeys? keys)
    {
        if (keys is not null)
        {
            // In one order, so that two writes of the same keys do not wait for each other.
            var experiment = ExperimentTable.Key(keys.ExperimentId);
            var sorted = keys.Keys.Distinct().OrderBy(key => key.Kind).ThenBy(key => key.Name, StringComparer.Ordinal);
            await session.InsertAsync(Insert, [.. sorted.Select(key => (object?[])[experiment, (int)key.Kind, key.Name])]).ConfigureAwait(false);
        }
    }

    /// <summary>The keys of the page, and one more when there is a next page.</summary>
    public static ValueTask<List<string>> ListAsync(SqlSession session, RunKeyQuery query, string? after, CancellationToken cancellationToken)
    {
        var (dialect, arguments) = (session.Dialect, new SqlArguments());

        // A single experiment's keys lie in order and are each there once.
        var experiments = query.ExperimentIds is [var only]
            ? $"experiment_id = {arguments.Add(ExperimentTable.Key(only))}"
            : dialect.KeyIn("experiment_id", arguments.Add(dialect.Keys([.. query.ExperimentIds.Select(ExperimentTable.Key)])));
        var sql = $"SELECT DISTINCT key FROM run_keys WHERE {experiments} AND kind = {arguments.Add((int)query.Kind)}";
        if (after is not null)
        {
            sql += $" AND key > {arguments.Add(after)}";
        }

        if (!string.IsNullOrEmpty(query.Contains))
        {
            sql += $" AND {dialect.Contains(["key"], arguments.Add(dialect.ContainsValue(query.Contains)), query.Contains)}";
        }

        sql += $" ORDER BY key LIMIT {arguments.Add((long)query.MaxResults + 1)}";
        return session.ListAsync(sql, row => row.Text(0), cancellationToken, arguments.ToArray());
    }
}
