using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Assay.Server.Tests.Docs;

/// <summary>Keeps docs/mlflow.md true: what it promises is there, what is there stands in it.</summary>
public sealed class MlflowTableTests
{
    /// <summary>What is Assay's own and not of MLflow's protocol.</summary>
    private static readonly string[] Own = ["/api/assay/", "/openapi/", "/metrics", "/assets/"];

    [Fact]
    public async Task The_tables_hold_the_routes_that_the_server_has_and_no_others()
    {
        await using var server = await LoopbackServer.StartAsync();

        var mapped =
            from route in server.Routes
            let path = "/" + route.RoutePattern.RawText!.TrimStart('/')
            where route.Metadata.GetMetadata<PageMark>() is null && !Own.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal))
            from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
            select DocumentedCall.PatternOf(method, path);

        MlflowTable.Read().Select(call => call.Pattern).ShouldBe(mapped, ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_said_to_be_complete_is_answered_and_what_is_not_there_yet_says_so()
    {
        await using var server = await LoopbackServer.StartAsync();
        var wrong = new List<string>();

        var calls = MlflowTable.Read();
        foreach (var call in calls)
        {
            var (status, code) = await AskAsync(server, call);
            if (!(call.State switch
            {
                "complete" => status is not (405 or 500 or 501 or 503) && code != "ENDPOINT_NOT_FOUND",
                "not yet" => status == 501 && code == "NOT_IMPLEMENTED",
                _ => false,
            }))
            {
                wrong.Add($"{call}: {status} {code}");
            }
        }

        wrong.ShouldBeEmpty();
        calls.Select(call => call.State).Distinct().ShouldBe(["complete", "not yet"]);
    }

    private static async Task<(int Status, string? Code)> AskAsync(LoopbackServer server, DocumentedCall call)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Address);
        if (call.Method is "POST" or "PUT" or "PATCH")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = response.IsSuccessStatusCode || call.Method == "HEAD"
            ? null
            : await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, (string?)body?["error_code"]);
    }
}
