using Assay.Storage.Sql;

namespace Assay.Storage.Evaluations;

/// <summary>The SQL of the scorers of a run; their keys grow in the order in which they first scored.</summary>
internal static class ScorerTable
{
    public static async Task<Dictionary<string, long>> OfAsync(SqlSession session, long run)
    {
        var scorers = await session.ListAsync(
            "SELECT name, scorer_key FROM eval_scorers WHERE run_key = $1 ORDER BY scorer_key",
            row => KeyValuePair.Create(row.Text(0), row.Long(1)), CancellationToken.None, run).ConfigureAwait(false);
        return new(scorers, StringComparer.Ordinal);
    }

    public static async Task<long> InsertAsync(SqlSession session, long run, string name) => (await session.KeyAsync(
        "INSERT INTO eval_scorers (run_key, name) VALUES ($1, $2) RETURNING scorer_key", run, name).ConfigureAwait(false))!.Value;
}
