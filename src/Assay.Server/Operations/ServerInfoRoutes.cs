using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;

namespace Assay.Server.Operations;

/// <summary>What MLflow's clients ask about the server before they use it.</summary>
internal static class ServerInfoRoutes
{
    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;

        // Ours is a store over SQL, whichever: clients that see another kind warn that it is out of date.
        routes.Map(
            "GET", "3.0", "server-info", Need.Read, json.EmptyMessage, json.ServerInfoResponse,
            (_, _) => Task.FromResult(new ServerInfoResponse { StoreType = "SqlStore", WorkspacesEnabled = false, TraceArchivalEnabled = false }));
        routes.Get(
            "server-features", json.EmptyMessage, json.ServerFeaturesResponse,
            (_, _) => Task.FromResult(new ServerFeaturesResponse { WorkspacesEnabled = false }));
    }
}
