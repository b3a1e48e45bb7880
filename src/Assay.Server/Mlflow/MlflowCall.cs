using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Server.Mlflow;

/// <summary>One call of MLflow's protocol: what a handler needs beside the message.</summary>
internal sealed class MlflowCall(HttpContext context)
{
    public HttpContext Context => context;

    public IAssayStore Store { get; } = context.RequestServices.GetRequiredService<IAssayStore>();

    public CancellationToken Cancel => context.RequestAborted;

    /// <summary>A part of the path: <c>{model_id}</c>.</summary>
    public string Route(string name) => (string)context.Request.RouteValues[name]!;
}
