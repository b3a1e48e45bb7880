using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;

namespace Assay.Server.Experiments;

/// <summary>MLflow's <c>experiments/search-datasets</c>: which data sets the runs of experiments read.</summary>
internal static class DatasetRoutes
{
    private const int MostExperiments = 20;

    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("experiments/search-datasets", json.SearchDatasetsRequest, json.SearchDatasetsResponse, SearchAsync, Need.Read);
    }

    private static async Task<SearchDatasetsResponse> SearchAsync(MlflowCall call, SearchDatasetsRequest request)
    {
        var ids = request.ExperimentIds ?? [];
        if (ids.Count == 0)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, "SearchDatasets request must specify at least one experiment_id.");
        }

        if (ids.Count > MostExperiments)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue,
                $"SearchDatasets request cannot specify more than {MostExperiments} experiment_ids. Received {ids.Count} experiment_ids.");
        }

        var found = await call.Store.Tracking.SearchDatasetsAsync(ids, call.Cancel).ConfigureAwait(false);
        return new()
        {
            DatasetSummaries = found.ToMessages(summary => new DatasetSummaryMessage
            {
                ExperimentId = summary.ExperimentId, Name = summary.Name, Digest = summary.Digest, Context = summary.Context,
            }),
        };
    }
}
