using System.Text.Json.Nodes;
using Assay.Server.OpenApi;
using Microsoft.AspNetCore.Routing;

namespace Assay.Server.Tests.OpenApi;

public sealed class OpenApiRouteTests
{
    [Fact]
    public async Task Every_route_of_ours_is_described_and_no_other()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (status, document) = await server.CallAsync("GET", "/openapi/v1.json");
        status.ShouldBe(200);

        var operations = document!["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Key, operation.Value))).ToList();

        operations.Select(operation => operation.Item1).ShouldAllBe(path => path.StartsWith(OpenApiDocument.Prefix));
        operations.Count.ShouldBe(server.Routes.Where(OpenApiDocument.IsOurs).Sum(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Count));
        operations.Where(operation => operation.Value!["summary"] is null || operation.Value["operationId"] is null).Select(operation => operation.Item1)
            .ShouldBeEmpty("a route of ours joins the document with an Operation in its metadata");
        operations.Select(operation => (string)operation.Value!["operationId"]!).ShouldBeUnique();
    }

    [Fact]
    public async Task What_score_is_sent_and_answers_is_in_it()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (_, document) = await server.CallAsync("GET", "/openapi/v1.json");

        var score = document!["paths"]!["/api/assay/v1/score"]!["post"]!;

        Schema(score["requestBody"]!)["required"]!.AsArray().Select(name => (string)name!).ShouldBe(["scorers", "rows"]);
        Schema(score["responses"]!["200"]!)["required"]!.AsArray().Select(name => (string)name!).ShouldBe(["rows"]);
        ((string)document["openapi"]!).ShouldBe("3.1.0");
        Schema(score["responses"]!["default"]!)["$ref"]!.GetValue<string>().ShouldBe("#/components/schemas/Error");
        document["components"]!["schemas"]!["Error"]!["properties"]!.AsObject().Select(property => property.Key).ShouldBe(["error_code", "message"], ignoreOrder: true);
    }

    private static JsonNode Schema(JsonNode body) => body["content"]!["application/json"]!["schema"]!;
}
