using System.Globalization;
using Assay.Storage.Search;
using Assay.Storage.Sql;

namespace Assay.Storage.Maintenance;

/// <summary>What lies in the bin: conditions, counts and marks. What is marked can be restored no more.</summary>
internal sealed class Bin(BinNames names, long olderThan)
{
    private const string OfGarbage = "experiment_id IN (SELECT g.experiment_id FROM experiments g WHERE g.is_garbage = 1)";

    public async Task<GarbageCount> CountAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var count = new GarbageCount();
        foreach (var kind in Enum.GetValues<GarbageKind>())
        {
            var arguments = new SqlArguments();
            var (table, _, alias) = Table(kind);
            var condition = kind == GarbageKind.Experiment
                ? Experiments(session.Dialect, arguments)
                : $"{alias}.is_garbage = 0 AND ({Old(kind, session.Dialect, arguments)} "
                    + $"OR {alias}.experiment_id IN (SELECT e.experiment_id FROM experiments e WHERE {Experiments(session.Dialect, arguments)}))";
            cancellationToken.ThrowIfCancellationRequested();
            var found = await session.KeyAsync($"SELECT count(*) FROM {table} {alias} WHERE {condition}", arguments.ToArray()).ConfigureAwait(false);
            count = count.Plus(kind, found ?? 0);
        }

        return count;
    }

    /// <summary>Marks at most so many of a kind, and gives how many. Experiments are to be marked before what is in them.</summary>
    public async Task<int> MarkAsync(SqlSession session, GarbageKind kind, int most)
    {
        var arguments = new SqlArguments();
        var (table, key, alias) = Table(kind);
        var old = kind == GarbageKind.Experiment ? Experiments(session.Dialect, arguments) : Old(kind, session.Dialect, arguments);
        var marked = await MarkAsync(session, kind, $"SELECT {alias}.{key} FROM {table} {alias} WHERE {old} LIMIT {arguments.Add((long)most)}", arguments)
            .ConfigureAwait(false);
        if (kind == GarbageKind.Experiment || marked == most)
        {
            return marked;
        }

        arguments = new SqlArguments();
        return marked + await MarkAsync(
            session, kind, $"SELECT {alias}.{key} FROM {table} {alias} WHERE {alias}.is_garbage = 0 AND {alias}.{OfGarbage} LIMIT {arguments.Add((long)most)}",
            arguments).ConfigureAwait(false);
    }

    private static async Task<int> MarkAsync(SqlSession session, GarbageKind kind, string chosen, SqlArguments arguments)
    {
        // Asked for anew on the row itself: it may be restored at this moment.
        var (table, key, _) = Table(kind);
        var still = kind == GarbageKind.LoggedModel ? "" : " AND stage = 1";
        var columns = kind == GarbageKind.Experiment ? "experiment_id, artifact_location" : $"{key}, artifact_uri";
        var marked = await session.ListAsync(
            $"UPDATE {table} SET is_garbage = 1 WHERE {key} IN ({chosen}) AND is_garbage = 0{still} RETURNING {columns}",
            row => new Owned<string>(row.Long(0), row.Text(1)), CancellationToken.None, arguments.ToArray()).ConfigureAwait(false);
        foreach (var one in marked)
        {
            await GarbageTable.AddAsync(session, kind, one.Owner, Folder(kind, one)).ConfigureAwait(false);
        }

        return marked.Count;
    }

    /// <summary>
    /// The folder that is the entity's own: a run and a logged model keep their artifacts in one of their id; an experiment's location may be
    /// shared, unless it is the one that it got by itself.
    /// </summary>
    private static string Folder(GarbageKind kind, Owned<string> one)
    {
        const string Artifacts = "/artifacts";
        if (kind == GarbageKind.Experiment)
        {
            return one.Value == string.Create(CultureInfo.InvariantCulture, $"mlflow-artifacts:/{one.Owner}") ? one.Value : "";
        }

        return one.Value.EndsWith(Artifacts, StringComparison.Ordinal) ? one.Value[..^Artifacts.Length] : one.Value;
    }

    private static (string Table, string Key, string Alias) Table(GarbageKind kind) => kind switch
    {
        GarbageKind.Run => ("runs", "run_key", "r"),
        GarbageKind.LoggedModel => ("logged_models", "logged_model_key", "l"),
        _ => ("experiments", "experiment_id", "e"),
    };

    /// <summary>Experiments that are deleted and have no run that was restored alone. The one that every store begins with stays.</summary>
    private string Experiments(SqlDialect dialect, SqlArguments arguments)
    {
        var old = $"e.stage = 1 AND e.is_garbage = 0 AND e.experiment_id <> 0 AND e.deleted_time <= {arguments.Add(olderThan)} "
            + "AND NOT EXISTS (SELECT 1 FROM runs a WHERE a.experiment_id = e.experiment_id AND a.stage = 0)";
        return names.AreGiven ? $"{old} AND {dialect.KeyIn("e.experiment_id", arguments.Add(dialect.Keys(names.Experiments)))}" : old;
    }

    /// <summary>What is in the bin by itself.</summary>
    private string Old(GarbageKind kind, SqlDialect dialect, SqlArguments arguments)
    {
        var (_, key, alias) = Table(kind);
        var old = $"{alias}.stage = 1 AND {alias}.is_garbage = 0 AND {alias}.deleted_time <= {arguments.Add(olderThan)}";
        return !names.AreGiven ? old
            : kind == GarbageKind.Run ? $"{old} AND {dialect.KeyIn($"{alias}.{key}", arguments.Add(dialect.Keys(names.Runs)))}"
            : $"{old} AND 1 = 0";
    }
}
