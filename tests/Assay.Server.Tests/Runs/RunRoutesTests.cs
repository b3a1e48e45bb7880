namespace Assay.Server.Tests.Runs;

public sealed class RunRoutesTests
{
    [Fact]
    public async Task A_created_run_is_found_again()
    {
        await using var server = await LoopbackServer.StartAsync();

        var (_, created) = await server.CallAsync("POST", "runs/create", new { experiment_id = "0", run_name = "first" });
        var id = (string)created!["run"]!["info"]!["run_id"]!;
        var (status, found) = await server.CallAsync("GET", $"runs/get?run_id={id}");

        status.ShouldBe(200);
        ((string)found!["run"]!["info"]!["run_name"]!).ShouldBe("first");
    }

    [Fact]
    public async Task An_unknown_run_is_refused_in_MLflows_words()
    {
        await using var server = await LoopbackServer.StartAsync();

        var (status, body) = await server.CallAsync("GET", "runs/get?run_id=nope");

        status.ShouldBe(404);
        ((string)body!["error_code"]!).ShouldBe("RESOURCE_DOES_NOT_EXIST");
        ((string)body["message"]!).ShouldBe("Run with id=nope not found");
    }

    [Fact]
    public async Task A_model_is_noted_though_somebody_wrote_on_its_tag()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (_, created) = await server.CallAsync(
            "POST", "runs/create", new { experiment_id = "0", tags = new[] { new { key = "mlflow.log-model.history", value = "a note" } } });
        var id = (string)created!["run"]!["info"]!["run_id"]!;
        const string Model = """{"artifact_path":"m","flavors":{},"utc_time_created":"now","run_id":"x"}""";

        (await server.CallAsync("POST", "runs/log-model", new { run_id = id, model_json = Model })).Status.ShouldBe(200);
        (await server.CallAsync("POST", "runs/log-model", new { run_id = id, model_json = Model.Replace("{\"", "{\"run_id\":\"y\",\"") })).Status.ShouldBe(400);

        var (_, found) = await server.CallAsync("GET", $"runs/get?run_id={id}");
        found!["run"]!["data"]!["tags"]!.AsArray().Select(tag => (string)tag!["value"]!).ShouldContain($"[{Model}]");
    }
}
