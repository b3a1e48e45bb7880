using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Server.Tests.Runs;

public sealed class LoggingRoutesTests
{
    [Fact]
    public async Task What_is_logged_one_by_one_is_in_the_run()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await NewRunAsync(server);

        await OkAsync(server, "runs/log-metric", new { run_uuid = run, key = "loss", value = "NaN", timestamp = 5 });
        await OkAsync(server, "runs/log-parameter", new { run_id = run, key = "lr", value = "0.1" });
        await OkAsync(server, "runs/set-tag", new { run_id = run, key = "a", value = "1" });
        await OkAsync(server, "runs/set-tag", new { run_id = run, key = "b", value = "2" });
        await OkAsync(server, "runs/delete-tag", new { run_id = run, key = "a" });
        await OkAsync(server, "runs/update", new { run_id = run, status = "FINISHED", end_time = 77 });

        var (_, found) = await server.CallAsync("GET", $"runs/get?run_uuid={run}");
        found!["run"]!["info"]!["status"]!.ToString().ShouldBe("FINISHED");
        found["run"]!["data"]!["metrics"]![0]!.ToJsonString().ShouldBe("""{"key":"loss","value":"NaN","timestamp":5,"step":0}""");
        found["run"]!["data"]!["params"]!.ToJsonString().ShouldBe("""[{"key":"lr","value":"0.1"}]""");
        found["run"]!["data"]!["tags"]!.AsArray().Select(tag => (string)tag!["key"]!).ShouldBe(["b", "mlflow.runName"]);
    }

    [Theory]
    [InlineData("""{"run_id": "R", "metrics": [{"key": "ok", "value": 1, "timestamp": 1}, {"key": "a", "value": "x", "timestamp": 1}]}""",
        "Invalid value \"x\" for parameter 'metrics[1].value' supplied:  Hint: Value was of type 'str'. See the API docs for more information about request parameters.")]
    [InlineData("""{"run_id": "R", "metrics": [{"key": "ok", "value": 1, "timestamp": 1}, {"key": "a", "timestamp": 1}]}""",
        "Missing value for required parameter 'metrics[1].value'. See the API docs for more information about request parameters.")]
    [InlineData("""{"run_id": "R", "params": {"a": "b"}}""",
        "Invalid value {\"a\": \"b\"} for parameter 'params' supplied:  Hint: Value was of type 'dict'. See the API docs for more information about request parameters.")]
    [InlineData("""{"run_id": 5}""",
        "Invalid value 5 for parameter 'run_id' supplied:  Hint: Value was of type 'int'. See the API docs for more information about request parameters.")]
    [InlineData("""[1]""",
        "Missing value for required parameter 'run_id'. See the API docs for more information about request parameters. The body is not a JSON object.")]
    public async Task A_batch_with_one_wrong_thing_is_refused_whole(string json, string message)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await NewRunAsync(server);

        using var content = new StringContent(json.Replace("\"R\"", $"\"{run}\"", StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var response = await server.Http.PostAsync("/api/2.0/mlflow/runs/log-batch", content, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(400);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)error["message"]!).ShouldBe(message);
        (await server.CallAsync("GET", $"runs/get?run_id={run}")).Body!["run"]!["data"]!["metrics"].ShouldBeNull();
    }

    [Fact]
    public async Task A_message_that_was_encoded_twice_is_read_as_old_clients_mean_it()
    {
        await using var server = await LoopbackServer.StartAsync();

        (await server.CallAsync("POST", "experiments/create", """{"name": "twice"}""")).Status.ShouldBe(200);
        (await server.CallAsync("GET", "experiments/get-by-name?experiment_name=twice")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Models_of_older_clients_are_kept_in_a_tag()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await NewRunAsync(server);
        var model = new JsonObject { ["artifact_path"] = "m", ["flavors"] = new JsonObject(), ["utc_time_created"] = "now", ["run_id"] = run }.ToJsonString();

        await OkAsync(server, "runs/log-model", new { run_id = run, model_json = model });
        await OkAsync(server, "runs/log-model", new { run_id = run, model_json = model });

        var tags = (await server.CallAsync("GET", $"runs/get?run_id={run}")).Body!["run"]!["data"]!["tags"]!.AsArray();
        JsonNode.Parse((string)tags.Single(tag => (string)tag!["key"]! == "mlflow.log-model.history")!["value"]!)!.AsArray().Count.ShouldBe(2);
        (await server.CallAsync("POST", "runs/log-model", new { run_id = run, model_json = "{}" })).Status.ShouldBe(400);
    }

    private static async Task<string> NewRunAsync(LoopbackServer server) =>
        (string)(await server.CallAsync("POST", "runs/create", new { experiment_id = "0" })).Body!["run"]!["info"]!["run_id"]!;

    private static async Task OkAsync(LoopbackServer server, string path, object body) =>
        (await server.CallAsync("POST", path, body)).Status.ShouldBe(200, path);
}
