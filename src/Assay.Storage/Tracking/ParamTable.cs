using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>The SQL of parameters, which are written once.</summary>
internal static class ParamTable
{
    /// <summary>Writes parameters; the same value again is accepted, another is refused.</summary>
    public static async Task AddAsync(SqlSession session, KeyedRun run, IReadOnlyList<Param> parameters, bool single)
    {
        var changed = new List<(Param Param, string Old)>();
        foreach (var param in parameters)
        {
            var inserted = await session.ExecuteAsync(
                "INSERT INTO params (run_key, key, value) VALUES ($1, $2, $3) ON CONFLICT (run_key, key) DO NOTHING", run.Key, param.Key, param.Value)
                .ConfigureAwait(false);
            if (inserted == 0)
            {
                var old = await session.FirstAsync(
                    "SELECT value FROM params WHERE run_key = $1 AND key = $2", row => row.Text(0), run.Key, param.Key)
                        .ConfigureAwait(false);
                if (old != param.Value)
                {
                    changed.Add((param, old!));
                }
            }
        }

        if (changed.Count > 0)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Changing param values is not allowed. {Describe(changed, run.Run.RunId, single)}");
        }
    }

    /// <summary>The parameters of runs, by run, each ordered by key.</summary>
    public static async Task<ByOwner<Param>> OfAsync(SqlSession session, object runs, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync(
            $"SELECT run_key, key, value FROM params WHERE {session.Dialect.KeyIn("run_key", "$1")} ORDER BY run_key, key",
            row => new Owned<Param>(row.Long(0), new Param(row.Text(1), row.Text(2))), cancellationToken, runs).ConfigureAwait(false);
        return new(rows);
    }

    private static string Describe(List<(Param Param, string Old)> changed, string runId, bool single) => single
        ? $"Param with key='{changed[0].Param.Key}' was already logged with value='{changed[0].Old}' for run ID='{runId}'. "
            + $"Attempted logging new value '{changed[0].Param.Value}'."
        : $"Params were already logged='[{string.Join(", ", changed.Select(Pair))}]' for run ID='{runId}'.";

    private static string Pair((Param Param, string Old) one) =>
        $"{{'key': '{one.Param.Key}', 'old_value': '{one.Old}', 'new_value': '{one.Param.Value}'}}";
}
