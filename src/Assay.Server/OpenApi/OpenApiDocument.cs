using System.Text;
using System.Text.Json.Nodes;
using Assay.Mlflow;
using Assay.Server.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Assay.Server.OpenApi;

/// <summary>
/// The OpenAPI 3.1 document of Assay's own API, made of its routes and their <see cref="Operation"/>s. The framework's generator is not used:
/// it describes handlers by reflection at start, and ours read requests themselves.
/// </summary>
internal static class OpenApiDocument
{
    public const string Prefix = "/api/assay/";
    private const string Error = "#/components/schemas/Error";

    /// <summary>The document of the routes that are ours; others are left out.</summary>
    public static JsonObject Of(IEnumerable<RouteEndpoint> routes, string version)
    {
        var paths = new JsonObject();
        foreach (var path in routes.Where(IsOurs).GroupBy(PathOf).OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            var operations = new JsonObject();
            foreach (var route in path)
            {
                foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
                {
                    operations[method.ToLowerInvariant()] = Describe(route);
                }
            }

            paths[path.Key] = operations;
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Assay",
                ["version"] = version,
                ["description"] = "Assay's own API, beside MLflow's, which this server speaks under /api/2.0/mlflow.",
                ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject(), Scheme("basic"), Scheme("bearer")),
            ["paths"] = paths,
            ["components"] = Components(),
        };
    }

    public static bool IsOurs(RouteEndpoint route) => PathOf(route).StartsWith(Prefix, StringComparison.Ordinal);

    private static JsonObject Describe(RouteEndpoint route)
    {
        var operation = route.Metadata.GetMetadata<Operation>();
        var need = AccessMiddleware.NeedOf(route);
        var described = new JsonObject
        {
            ["operationId"] = operation?.Id,
            ["tags"] = operation is null ? null : new JsonArray(operation.Tag),
            ["summary"] = operation?.Summary,
            ["description"] = Join(operation?.Description, NeedText(need)),
            ["parameters"] = new JsonArray([.. Parameters(route, operation)]),
            ["requestBody"] = operation?.Request is not { } request ? null : new JsonObject { ["required"] = true, ["content"] = Content(request) },
            ["responses"] = Responses(operation),
        };
        foreach (var (name, _) in described.Where(member => member.Value is null).ToList())
        {
            described.Remove(name);
        }

        return described;
    }

    private static IEnumerable<JsonNode?> Parameters(RouteEndpoint route, Operation? operation) =>
    [
        .. route.RoutePattern.Parameters.Select(parameter => Parameter("path", parameter.Name, "string", null)),
        .. (operation?.Query ?? []).Select(parameter => Parameter("query", parameter.Name, parameter.Type, parameter.Description)),
    ];

    private static JsonObject Parameter(string place, string name, string type, string? description)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["schema"] = new JsonObject { ["type"] = type } };
        if (place == "path")
        {
            parameter["required"] = true;
        }

        if (description is not null)
        {
            parameter["description"] = description;
        }

        return parameter;
    }

    private static JsonObject Responses(Operation? operation)
    {
        var done = new JsonObject { ["description"] = "Done." };
        if (operation?.Response is { } response)
        {
            done["content"] = Content(response);
        }

        return new JsonObject
        {
            ["200"] = done,
            ["default"] = new JsonObject
            {
                ["description"] = "Refused, in the shape that MLflow's errors have.",
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = Error } } },
            },
        };
    }

    private static JsonObject Content(OperationBody body) => new() { [body.ContentType] = new JsonObject { ["schema"] = body.Schema() } };

    private static JsonObject Components() => new()
    {
        ["schemas"] = new JsonObject { ["Error"] = OperationBody.Of(MlflowJson.Default.ErrorMessage).Schema() },
        ["securitySchemes"] = new JsonObject
        {
            ["basic"] = new JsonObject { ["type"] = "http", ["scheme"] = "basic", ["description"] = "A user and a password." },
            ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An API token." },
        },
    };

    private static JsonObject Scheme(string name) => new() { [name] = new JsonArray() };

    private static string NeedText(Need need) => need switch
    {
        Need.Nothing => "For everyone.",
        Need.Read => "For readers, where authentication is on.",
        Need.Write => "For editors, where authentication is on.",
        _ => "For admins, where authentication is on.",
    };

    private static string Join(string? first, string second) => first is null ? second : $"{first} {second}";

    /// <summary>The path without what only the router understands: <c>{id:int}</c> is <c>{id}</c>.</summary>
    private static string PathOf(RouteEndpoint route)
    {
        var path = new StringBuilder();
        foreach (var segment in route.RoutePattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
            {
                path.Append(part switch
                {
                    RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
                    RoutePatternSeparatorPart separator => separator.Content,
                    RoutePatternLiteralPart literal => literal.Content,
                    _ => "",
                });
            }
        }

        return path.ToString();
    }
}
