using System.Text.Json.Nodes;

namespace Assay.Server.Tests.Registry;

public sealed class RegistryRoutesTests
{
    [Fact]
    public async Task Versions_travel_through_stages()
    {
        await using var server = await StartAsync();
        await NewVersionAsync(server);
        await NewVersionAsync(server);

        var (_, moved) = await server.CallAsync(
            "POST", "model-versions/transition-stage", new { name = "m", version = "1", stage = "production", archive_existing_versions = true });
        ((string)moved!["model_version"]!["current_stage"]!).ShouldBe("Production");

        var (_, latest) = await server.CallAsync("GET", "registered-models/get-latest-versions?name=m&stages=Production&stages=None");
        latest!["model_versions"]!.AsArray().Select(version => (string)version!["version"]!).ShouldBe(["2", "1"]);
        var (_, posted) = await server.CallAsync("POST", "registered-models/get-latest-versions", new { name = "m", stages = new[] { "Production" } });
        posted!["model_versions"]!.AsArray().Count.ShouldBe(1);
        var (status, refused) = await server.CallAsync(
            "POST", "model-versions/transition-stage", new { name = "m", version = "1", stage = "Gone", archive_existing_versions = false });
        status.ShouldBe(400);
        ((string)refused!["message"]!).ShouldBe("Invalid Model Version stage: Gone. Value must be one of None, Staging, Production, Archived.");
    }

    [Fact]
    public async Task Names_descriptions_notes_and_aliases_are_changed_with_the_methods_that_clients_use()
    {
        await using var server = await StartAsync();
        await NewVersionAsync(server);
        await AnswersAsync(server, "PATCH", "registered-models/update", new { name = "m", description = "better" });
        await AnswersAsync(server, "PATCH", "model-versions/update", new { name = "m", version = "1", description = "best" });
        await AnswersAsync(server, "POST", "registered-models/set-tag", new { name = "m", key = "k", value = "v" });
        await AnswersAsync(server, "POST", "model-versions/set-tag", new { name = "m", version = "1", key = "k", value = "v" });
        await AnswersAsync(server, "POST", "registered-models/alias", new { name = "m", alias = "champ", version = "1" });
        await AnswersAsync(server, "POST", "registered-models/rename", new { name = "m", new_name = "n" });
        var model = (await AnswersAsync(server, "GET", "registered-models/get?name=n"))["registered_model"]!;
        ((string)model["description"]!).ShouldBe("better");
        model["tags"]!.ToJsonString().ShouldBe("""[{"key":"k","value":"v"}]""");
        model["aliases"]!.ToJsonString().ShouldBe("""[{"alias":"champ","version":"1"}]""");
        var version = (await AnswersAsync(server, "GET", "registered-models/alias?name=n&alias=champ"))["model_version"]!;
        ((string)version["description"]!).ShouldBe("best");

        await AnswersAsync(server, "DELETE", "registered-models/delete-tag", new { name = "n", key = "k" });
        await AnswersAsync(server, "DELETE", "model-versions/delete-tag?name=n&version=1&key=k");
        await AnswersAsync(server, "DELETE", "registered-models/alias", new { name = "n", alias = "champ" });
        await AnswersAsync(server, "DELETE", "model-versions/delete", new { name = "n", version = "1" });
        (await AnswersAsync(server, "GET", "registered-models/get?name=n"))["registered_model"]!.AsObject().Select(pair => pair.Key)
            .ShouldBe(["name", "creation_timestamp", "last_updated_timestamp", "description"]);
        (await AnswersAsync(server, "DELETE", "registered-models/delete", new { name = "n" })).ToJsonString().ShouldBe("{}");
        (await server.CallAsync("GET", "registered-models/get?name=n")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("POST", "registered-models/create", "{}", "name")]
    [InlineData("POST", "registered-models/rename", """{"name":"m"}""", "new_name")]
    [InlineData("POST", "model-versions/create", """{"name":"m"}""", "source")]
    [InlineData("DELETE", "model-versions/delete", """{"name":"m"}""", "version")]
    [InlineData("POST", "model-versions/transition-stage", """{"name":"m","version":"1"}""", "stage")]
    [InlineData("POST", "registered-models/alias", """{"name":"m","version":"1"}""", "alias")]
    [InlineData("POST", "model-versions/set-tag", """{"name":"m","version":"1"}""", "key")]
    public async Task A_missing_field_is_named(string method, string path, string body, string field)
    {
        await using var server = await StartAsync();
        var (status, refused) = await server.CallAsync(method, path, JsonNode.Parse(body));
        status.ShouldBe(400);
        ((string)refused!["message"]!).ShouldBe(
            $"Missing value for required parameter '{field}'. See the API docs for more information about request parameters.");
    }

    [Theory]
    [InlineData("/etc/passwd", "To use a local path")]
    [InlineData("file:///etc/passwd", "To use a local path")]
    [InlineData("model", "To use a local path")]
    [InlineData("mlflow-artifacts:/1/../../secret", "If supplying a source as an http")]
    [InlineData("s3://bucket/%2e%2e/secret", "If supplying a source as an http")]
    [InlineData("https://host/a/%252e%252e/secret", "If supplying a source as an http")]
    public async Task A_source_that_is_of_this_machine_or_climbs_is_refused(string source, string why)
    {
        await using var server = await StartAsync();
        var (status, refused) = await server.CallAsync("POST", "model-versions/create", new { name = "m", source });
        status.ShouldBe(400);
        ((string)refused!["message"]!).ShouldStartWith($"Invalid model version source: '{source}'. {why}");
    }

    [Fact]
    public async Task The_download_address_of_a_version_is_where_its_logged_model_keeps_its_files()
    {
        await using var server = await StartAsync();
        var logged = (await AnswersAsync(server, "POST", "logged-models", new { experiment_id = "0", name = "made" }))["model"]!["info"]!;
        var id = (string)logged["model_id"]!;
        await AnswersAsync(server, "POST", "model-versions/create", new { name = "m", source = $"models:/{id}", model_id = id });
        var found = await AnswersAsync(server, "GET", "model-versions/get-download-uri?name=m&version=1");
        ((string)found["artifact_uri"]!).ShouldBe((string)logged["artifact_uri"]!);
        var (status, refused) = await server.CallAsync("GET", "model-versions/get?name=m&version=one");
        status.ShouldBe(400);
        ((string)refused!["message"]!).ShouldBe("Parameter 'version' must be an integer, got 'one'.");
    }

    private static async Task<LoopbackServer> StartAsync()
    {
        var server = await LoopbackServer.StartAsync();
        await AnswersAsync(server, "POST", "registered-models/create", new { name = "m" });
        return server;
    }

    private static Task<JsonNode> NewVersionAsync(LoopbackServer server) =>
        AnswersAsync(server, "POST", "model-versions/create", new { name = "m", source = "mlflow-artifacts:/0/r/artifacts/model" });

    private static async Task<JsonNode> AnswersAsync(LoopbackServer server, string method, string path, object? body = null)
    {
        var (status, answer) = await server.CallAsync(method, path, body);
        status.ShouldBe(200, answer?.ToJsonString());
        return answer!;
    }
}
