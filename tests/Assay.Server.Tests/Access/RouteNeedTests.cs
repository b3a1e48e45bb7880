using Assay.Server.Access;
using Assay.Server.Unsupported;
using Assay.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Assay.Server.Tests.Access;

public sealed class RouteNeedTests
{
    [Fact]
    public async Task Every_route_says_what_it_needs_and_only_probes_and_secret_addresses_need_nothing()
    {
        await using var server = await LoopbackServer.StartAsync();
        var routes = server.Routes;

        routes.ShouldNotBeEmpty();
        routes.Where(route => !route.Metadata.OfType<Need>().Any()).Select(Name).ShouldBeEmpty();
        routes.Where(route => AccessMiddleware.NeedOf(route) == Need.Nothing && route.Metadata.GetMetadata<PageMark>() is null).Select(Name)
            .ShouldBeSubsetOf(
                ["/health", "/version", "/assets/{digest}/{file}", .. PartAddresses],
                "pages decide for themselves, and the address of an upload's part is a secret of its own");
        routes.Where(route => Methods(route).Any(method => method is "PUT" or "PATCH" or "DELETE") && AccessMiddleware.NeedOf(route) == Need.Read
                && route.RequestDelegate!.Method.DeclaringType != typeof(UnsupportedRoutes))
            .Select(Name).ShouldBeEmpty("what changes things needs more than a reader");
    }

    private static IEnumerable<string> PartAddresses => ["/api/2.0/mlflow-artifacts/mpu/part/{**path}", "/ajax-api/2.0/mlflow-artifacts/mpu/part/{**path}"];

    private static string Name(RouteEndpoint route) => route.RoutePattern.RawText ?? "";

    private static IReadOnlyList<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
}
