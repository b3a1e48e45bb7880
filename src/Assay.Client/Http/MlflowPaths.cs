namespace Assay.Client.Http;

/// <summary>Where MLflow's calls are, under the server's root.</summary>
internal static class MlflowPaths
{
    /// <summary>The path of a call such as <c>runs/create</c>.</summary>
    public static string Of(string call) => $"api/2.0/mlflow/{call}";
}
