using Assay.Storage.Sql;
using Assay.Tracking;
using static Assay.Storage.Sql.SqlColumn;

namespace Assay.Storage.Tracking;

/// <summary>The SQL of parameters, which are written once.</summary>
internal static class ParamTable
{
    private static readonly SqlInsert Insert = new(
        "params", [Integer("run_key"), Text("key"), Text("value")], "ON CONFLICT (run_key, key) DO NOTHING RETURNING key");

    /// <summary>Writes parameters; the same value again is accepted, another is refused.</summary>
    public static async Task AddAsync(SqlSession session, KeyedRun run, IReadOnlyList<Param> parameters, bool single)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        // In the order of their keys, so that two batches of the same keys do not wait for each other.
        var sorted = parameters.OrderBy(param => param.Key, StringComparer.Ordinal);
        var inserted = new HashSet<string>(
            await session.InsertAsync(Insert, [.. sorted.Select(param => (object?[])[run.Key, param.Key, param.Value])], row => row.Text(0))
                .ConfigureAwait(false),
            StringComparer.Ordinal);
        if (inserted.Count == parameters.Count)
        {
            return;
        }

        var there = parameters.Where(param => !inserted.Contains(param.Key)).ToList();
        var old = new Dictionary<string, string>(
            await session.ListAsync(
                $"SELECT key, value FROM params WHERE run_key = $1 AND {session.Dialect.TextIn("key", "$2")}",
                row => KeyValuePair.Create(row.Text(0), row.Text(1)), CancellationToken.None,
                run.Key, session.Dialect.Texts([.. there.Select(param => param.Key)])).ConfigureAwait(false),
            StringComparer.Ordinal);
        var changed = there.Where(param => old[param.Key] != param.Value).Select(param => (param, old[param.Key])).ToList();
        if (changed.Count > 0)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Changing param values is not allowed. {Describe(changed, run.Run.RunId, single)}");
        }
    }

    /// <summary>The parameters of runs, by run, each ordered by key; of these names only, when any are given.</summary>
    public static async Task<ByOwner<Param>> OfAsync(SqlSession session, object runs, IReadOnlyCollection<string>? names, CancellationToken cancellationToken) =>
        new(await NamedRows.ListAsync(
            session, "SELECT run_key, key, value FROM params", runs, names,
            row => new Owned<Param>(row.Long(0), new Param(row.Text(1), row.Text(2))), cancellationToken).ConfigureAwait(false));

    private static string Describe(List<(Param Param, string Old)> changed, string runId, bool single) => single
        ? $"Param with key='{changed[0].Param.Key}' was already logged with value='{changed[0].Old}' for run ID='{runId}'. "
            + $"Attempted logging new value '{changed[0].Param.Value}'."
        : $"Params were already logged='[{string.Join(", ", changed.Select(Pair))}]' for run ID='{runId}'.";

    private static string Pair((Param Param, string Old) one) =>
        $"{{'key': '{one.Param.Key}', 'old_value': '{one.Old}', 'new_value': '{one.Param.Value}'}}";
}
