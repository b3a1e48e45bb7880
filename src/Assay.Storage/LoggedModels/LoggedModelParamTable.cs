using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.LoggedModels;

/// <summary>The SQL of logged models' settings, which are written once.</summary>
internal static class LoggedModelParamTable
{
    /// <summary>Writes settings; the same value again is accepted, another is refused.</summary>
    public static async Task AddAsync(SqlSession session, KeyedLoggedModel model, IReadOnlyList<Param> parameters)
    {
        foreach (var param in parameters)
        {
            var inserted = await session.ExecuteAsync(
                "INSERT INTO logged_model_params (logged_model_key, key, value) VALUES ($1, $2, $3) ON CONFLICT (logged_model_key, key) DO NOTHING",
                model.Key, param.Key, param.Value).ConfigureAwait(false);
            if (inserted > 0)
            {
                continue;
            }

            var old = await session.FirstAsync(
                "SELECT value FROM logged_model_params WHERE logged_model_key = $1 AND key = $2", row => row.Text(0), model.Key, param.Key)
                    .ConfigureAwait(false);
            if (old != param.Value)
            {
                throw new AssayException(
                    ErrorCode.InvalidParameterValue,
                    $"Changing param values is not allowed. Param with key='{param.Key}' was already logged with value='{old}' "
                    + $"for model ID='{model.Model.ModelId}'. Attempted logging new value '{param.Value}'.");
            }
        }
    }

    /// <summary>The settings of models, by model, each ordered by key.</summary>
    public static async Task<ByOwner<Param>> OfAsync(SqlSession session, object models, CancellationToken cancellationToken) => new(
        await session.ListAsync(
            "SELECT logged_model_key, key, value FROM logged_model_params "
            + $"WHERE {session.Dialect.KeyIn("logged_model_key", "$1")} ORDER BY logged_model_key, key",
            row => new Owned<Param>(row.Long(0), new Param(row.Text(1), row.Text(2))), cancellationToken, models).ConfigureAwait(false));
}
