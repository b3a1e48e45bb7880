using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Mlflow;
using Assay.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Server.Mlflow;

/// <summary>
/// Maps messages to handlers, under <c>/api/VERSION/mlflow/</c> and <c>/ajax-api/VERSION/mlflow/</c>. A request is read from the body, or from
/// the query where there is none; an answer is written as JSON. Refusals are thrown and written elsewhere.
/// </summary>
internal sealed class MlflowRoutes(IEndpointRouteBuilder endpoints, IAssayStore store)
{
    public const string JsonType = "application/json";
    private static readonly string[] Roots = ["/api", "/ajax-api"];

    /// <summary>A route that reads.</summary>
    public void Get<TRequest, TResponse>(
        string path, JsonTypeInfo<TRequest> request, JsonTypeInfo<TResponse> response, Func<MlflowCall, TRequest, Task<TResponse>> handle)
        where TRequest : class =>
        Map("GET", "2.0", path, Need.Read, request, response, handle);

    /// <summary>A route that writes, or, when said so, reads by POST.</summary>
    public void Post<TRequest, TResponse>(
        string path, JsonTypeInfo<TRequest> request, JsonTypeInfo<TResponse> response, Func<MlflowCall, TRequest, Task<TResponse>> handle,
        Need need = Need.Write)
        where TRequest : class =>
        Map("POST", "2.0", path, need, request, response, handle);

    /// <summary>A route that writes and has nothing to answer.</summary>
    public void Post<TRequest>(string path, JsonTypeInfo<TRequest> request, Func<MlflowCall, TRequest, Task> handle)
        where TRequest : class =>
        Post(path, request, MlflowJson.Default.EmptyMessage, async (call, message) =>
        {
            await handle(call, message).ConfigureAwait(false);
            return MlflowCall.Empty;
        });

    /// <summary>A route that reads and writes its answer itself, for answers too long to be built first.</summary>
    public void Get<TRequest>(string path, JsonTypeInfo<TRequest> request, Func<MlflowCall, TRequest, Task> answer)
        where TRequest : class
    {
        foreach (var root in Roots)
        {
            endpoints.MapMethods($"{root}/2.0/mlflow/{path}", ["GET"], (RequestDelegate)(async context =>
            {
                var message = await MlflowRequest.ReadAsync(context, request).ConfigureAwait(false);
                await answer(new MlflowCall(context, store), message).ConfigureAwait(false);
            })).WithMetadata(Need.Read);
        }
    }

    /// <summary>A route of any method and version.</summary>
    public void Map<TRequest, TResponse>(
        string method, string version, string path, Need need,
        JsonTypeInfo<TRequest> request, JsonTypeInfo<TResponse> response, Func<MlflowCall, TRequest, Task<TResponse>> handle)
        where TRequest : class
    {
        foreach (var root in Roots)
        {
            endpoints.MapMethods($"{root}/{version}/mlflow/{path}", [method], (RequestDelegate)AnswerAsync).WithMetadata(need);
        }

        async Task AnswerAsync(HttpContext context)
        {
            var message = await MlflowRequest.ReadAsync(context, request).ConfigureAwait(false);
            var answer = await handle(new MlflowCall(context, store), message).ConfigureAwait(false);
            context.Response.ContentType = JsonType;
            if (answer is EmptyMessage)
            {
                context.Response.ContentLength = 2;
                context.Response.BodyWriter.Write("{}"u8);
                return;
            }

            await JsonSerializer.SerializeAsync(context.Response.BodyWriter, answer, response, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
