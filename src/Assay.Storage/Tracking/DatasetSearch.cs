using System.Globalization;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>
/// The SQL that finds the data sets that runs of experiments read. It looks at every input of their active runs once, because only then is known
/// which are different and which the most recent.
/// </summary>
internal static class DatasetSearch
{
    private const int MostResults = 1000;
    private const string Context = "mlflow.data.context";

    public static ValueTask<List<DatasetSummary>> FindAsync(SqlSession session, IReadOnlyCollection<long> experiments, CancellationToken cancellationToken) =>
        session.ListAsync(
            "SELECT d.experiment_id, d.name, d.digest, t.value FROM runs r "
            + "JOIN run_inputs i ON i.run_key = r.run_key JOIN datasets d ON d.dataset_key = i.dataset_key "
            + "LEFT JOIN run_input_tags t ON t.input_key = i.input_key AND t.key = $2 "
            + $"WHERE {session.Dialect.KeyIn("r.experiment_id", "$1")} AND r.stage = 0 "
            + "GROUP BY d.experiment_id, d.name, d.digest, t.value ORDER BY max(i.input_key) DESC LIMIT $3",
            row => new DatasetSummary(row.Long(0).ToString(CultureInfo.InvariantCulture), row.Text(1), row.Text(2), row.TextOrNull(3)),
            cancellationToken, session.Dialect.Keys(experiments), Context, MostResults);
}
