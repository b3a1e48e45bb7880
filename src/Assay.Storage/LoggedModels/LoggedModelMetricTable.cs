using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.LoggedModels;

/// <summary>The SQL of what runs measured on logged models: every point, as MLflow keeps them. SQL has no NaN to compare with, so it is 0 with a mark.</summary>
internal static class LoggedModelMetricTable
{
    /// <summary>Writes the points of a batch that name a model; refuses a model that there is not.</summary>
    public static async Task AddAsync(SqlSession session, string runId, IReadOnlyList<Metric> metrics)
    {
        var (known, key) = ("", 0L);
        foreach (var metric in metrics)
        {
            if (string.IsNullOrEmpty(metric.ModelId))
            {
                continue;
            }

            if (metric.ModelId != known)
            {
                key = await LoggedModelTable.FindKeyAsync(session, metric.ModelId).ConfigureAwait(false) ?? throw LoggedModelRules.Unknown(metric.ModelId);
                known = metric.ModelId;
            }

            await session.PostAsync(
                "INSERT INTO logged_model_metrics (logged_model_key, key, timestamp, step, run_id, dataset_name, dataset_digest, is_nan, value) "
                + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
                key, metric.Key, metric.Timestamp, metric.Step, runId, metric.DatasetName ?? "", metric.DatasetDigest ?? "",
                double.IsNaN(metric.Value) ? 1 : 0, double.IsNaN(metric.Value) ? 0.0 : metric.Value).ConfigureAwait(false);
        }
    }

    /// <summary>The points of models, by model, ordered by key, then oldest first.</summary>
    public static async Task<ByOwner<RunMetric>> OfAsync(
        SqlSession session, IReadOnlyDictionary<long, string> modelIds, object models, CancellationToken cancellationToken) => new(
        await session.ListAsync(
            "SELECT logged_model_key, key, timestamp, step, run_id, dataset_name, dataset_digest, is_nan, value FROM logged_model_metrics "
            + $"WHERE {session.Dialect.KeyIn("logged_model_key", "$1")} ORDER BY logged_model_key, key, timestamp, step, run_id, dataset_name, dataset_digest",
            row => new Owned<RunMetric>(row.Long(0), Read(row, modelIds[row.Long(0)])), cancellationToken, models).ConfigureAwait(false));

    private static RunMetric Read(SqlRow row, string modelId) => new(
        row.Text(4),
        new Metric(row.Text(1), row.Flag(7) ? double.NaN : row.Double(8), row.Long(2), row.Long(3))
        {
            ModelId = modelId,
            DatasetName = row.Text(5) is { Length: > 0 } name ? name : null,
            DatasetDigest = row.Text(6) is { Length: > 0 } digest ? digest : null,
        });
}
