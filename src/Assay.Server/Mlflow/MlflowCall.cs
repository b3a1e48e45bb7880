using Microsoft.AspNetCore.Http;

namespace Assay.Server.Mlflow;

/// <summary>One call of MLflow's protocol: what a handler needs beside the message.</summary>
internal sealed class MlflowCall(HttpContext context, IAssayStore store)
{
    /// <summary>The answer to what has none.</summary>
    public static Assay.Mlflow.EmptyMessage Empty { get; } = new();

    public HttpContext Context => context;

    public IAssayStore Store => store;

    public CancellationToken Cancel => context.RequestAborted;

    /// <summary>A part of the path: <c>{model_id}</c>.</summary>
    public string Route(string name) => (string)context.Request.RouteValues[name]!;
}
