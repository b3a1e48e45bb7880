using System.Text.Json;
using Assay.Evaluations;
using Assay.Server.Access;
using Assay.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Server.Evaluations;

/// <summary>The rows of evaluations: <c>/api/assay/v1/evaluations/{run_id}/…</c>. MLflow has nothing like it.</summary>
internal static class EvaluationRoutes
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var evaluation = endpoints.MapGroup("/api/assay/v1/evaluations/{run_id}");
        evaluation.MapPost("/rows", (RequestDelegate)AppendAsync).WithMetadata(Need.Write, EvaluationOperations.Append);
        evaluation.MapGet("/rows", (RequestDelegate)ReadAsync).WithMetadata(Need.Read, EvaluationOperations.Read);
        evaluation.MapGet("/row-keys", (RequestDelegate)ReadKeysAsync).WithMetadata(Need.Read, EvaluationOperations.ReadKeys);
        evaluation.MapGet("/counts", (RequestDelegate)CountAsync).WithMetadata(Need.Read, EvaluationOperations.Count);
        evaluation.MapGet("/matches", (RequestDelegate)CountMatchesAsync).WithMetadata(Need.Read, EvaluationOperations.CountMatches);
    }

    private static async Task AppendAsync(HttpContext context)
    {
        var rows = (await ReadBodyAsync(context).ConfigureAwait(false)).Rows ?? [];
        await Rows(context).AppendAsync(RunId(context), rows.ConvertAll(row => row.ToRow()), context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{}", context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task ReadAsync(HttpContext context)
    {
        var query = RowQueryReader.Read(RunId(context), context.Request.Query);
        var page = await Rows(context).ReadAsync(query, context.RequestAborted).ConfigureAwait(false);
        var answer = new ReadRowsResponse { Rows = [.. page.Items.Select(row => row.ToMessage())], NextPageToken = page.NextPageToken };
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.BodyWriter, answer, AssayJson.Default.ReadRowsResponse, context.RequestAborted)
            .ConfigureAwait(false);
    }

    private static async Task ReadKeysAsync(HttpContext context)
    {
        var keys = Rows(context).ReadKeysAsync(RunId(context), context.RequestAborted);
        await RowKeyLines.WriteAsync(context.Response, keys, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task CountAsync(HttpContext context)
    {
        var counts = await Rows(context).CountAsync(RunId(context), context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(
            context.Response.BodyWriter, new RowCountsMessage { Total = counts.Total, Failed = counts.Failed },
            AssayJson.Default.RowCountsMessage, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task CountMatchesAsync(HttpContext context)
    {
        var query = RowQueryReader.Read(RunId(context), context.Request.Query);
        var matches = await Rows(context).CountMatchesAsync(query, context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(
            context.Response.BodyWriter, new RowMatchesMessage { Matches = matches }, AssayJson.Default.RowMatchesMessage, context.RequestAborted)
            .ConfigureAwait(false);
    }

    private static async Task<AppendRowsRequest> ReadBodyAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, AssayJson.Default.AppendRowsRequest, context.RequestAborted)
                .ConfigureAwait(false) ?? throw new JsonException("The message is null.");
        }
        catch (JsonException error)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"Invalid JSON in the request's body: {error.Message}", error);
        }
    }

    private static IEvaluationStore Rows(HttpContext context) => context.RequestServices.GetRequiredService<IAssayStore>().Evaluations;

    private static string RunId(HttpContext context) => (string)context.Request.RouteValues["run_id"]!;
}
