using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>The SQL of the data sets that runs read. A data set is one of an experiment by its name and digest.</summary>
internal static class InputTable
{
    public static void Check(IReadOnlyList<DatasetInput> inputs)
    {
        foreach (var (dataset, tags) in inputs)
        {
            if (string.IsNullOrEmpty(dataset.Name) || string.IsNullOrEmpty(dataset.Digest))
            {
                throw EntityKey.Missing(string.IsNullOrEmpty(dataset.Name) ? "name" : "digest");
            }

            EntityKey.CheckLength("Dataset name", dataset.Name, 500);
            EntityKey.CheckLength("Dataset digest", dataset.Digest, 36);
            foreach (var tag in tags)
            {
                EntityKey.CheckLength("Dataset tag key", tag.Key, 255);
                EntityKey.CheckLength("Dataset tag value", tag.Value, 500);
            }
        }
    }

    public static async Task AddAsync(SqlSession session, KeyedRun run, IReadOnlyList<DatasetInput> inputs)
    {
        foreach (var (dataset, tags) in inputs)
        {
            var key = await DatasetKeyAsync(session, ExperimentTable.Key(run.Run.ExperimentId), dataset).ConfigureAwait(false);
            await session.PostAsync(
                "INSERT INTO run_inputs (run_key, dataset_key) VALUES ($1, $2) ON CONFLICT (run_key, dataset_key) DO NOTHING", run.Key, key)
                    .ConfigureAwait(false);
            foreach (var tag in tags)
            {
                await session.PostAsync(
                    "INSERT INTO run_input_tags (input_key, key, value) "
                    + "SELECT input_key, $3, $4 FROM run_inputs WHERE run_key = $1 AND dataset_key = $2 "
                    + "ON CONFLICT (input_key, key) DO UPDATE SET value = excluded.value",
                    run.Key, key, tag.Key, tag.Value).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The inputs of runs, by run, in the order in which they were logged.</summary>
    public static async Task<ByOwner<DatasetInput>> OfAsync(SqlSession session, object runs, CancellationToken cancellationToken)
    {
        var found = await session.ListAsync(
            "SELECT i.run_key, i.input_key, d.name, d.digest, d.source_type, d.source, d.schema, d.profile "
            + "FROM run_inputs i JOIN datasets d ON d.dataset_key = i.dataset_key "
            + $"WHERE {session.Dialect.KeyIn("i.run_key", "$1")} ORDER BY i.input_key",
            row => new Owned<Owned<DatasetReference>>(row.Long(0), new(row.Long(1), new(
                row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.TextOrNull(6), row.TextOrNull(7)))),
            cancellationToken, runs).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return new([]);
        }

        var tags = new ByOwner<Tag>(await session.ListAsync(
            $"SELECT input_key, key, value FROM run_input_tags WHERE {session.Dialect.KeyIn("input_key", "$1")} ORDER BY input_key, key",
            row => new Owned<Tag>(row.Long(0), new Tag(row.Text(1), row.Text(2))),
            cancellationToken, session.Dialect.Keys(found.ConvertAll(input => input.Value.Owner))).ConfigureAwait(false));
        return new(found.ConvertAll(input => new Owned<DatasetInput>(input.Owner, new(input.Value.Value, tags[input.Value.Owner]))));
    }

    private static async Task<long> DatasetKeyAsync(SqlSession session, long experiment, DatasetReference dataset) =>
        await session.KeyAsync(
            "INSERT INTO datasets (experiment_id, name, digest, source_type, source, schema, profile) VALUES ($1, $2, $3, $4, $5, $6, $7) "
            + "ON CONFLICT (experiment_id, name, digest) DO NOTHING RETURNING dataset_key",
            experiment, dataset.Name, dataset.Digest, dataset.SourceType, dataset.Source, dataset.Schema, dataset.Profile).ConfigureAwait(false)
        ?? (await session.KeyAsync(
            "SELECT dataset_key FROM datasets WHERE experiment_id = $1 AND name = $2 AND digest = $3", experiment, dataset.Name, dataset.Digest)
            .ConfigureAwait(false))!.Value;
}
