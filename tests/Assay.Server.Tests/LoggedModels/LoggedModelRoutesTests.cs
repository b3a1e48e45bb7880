using System.Text.Json.Nodes;

namespace Assay.Server.Tests.LoggedModels;

public sealed class LoggedModelRoutesTests
{
    [Fact]
    public async Task A_model_is_created_measured_finalized_found_and_deleted()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = (string)(await AnswersAsync(server, "POST", "runs/create", new { experiment_id = "0" }))["run"]!["info"]!["run_id"]!;
        var created = await AnswersAsync(
            server, "POST", "logged-models",
            new
            {
                experiment_id = "0", name = "made", model_type = "Agent", source_run_id = run,
                @params = new[] { new { key = "p", value = "1" } }, tags = new[] { new { key = "t", value = "1" } },
            });
        var id = (string)created["model"]!["info"]!["model_id"]!;
        ((string)created["model"]!["info"]!["status"]!).ShouldBe("LOGGED_MODEL_PENDING");

        await AnswersAsync(server, "PATCH", $"logged-models/{id}/tags", new { tags = new[] { new { key = "a/b", value = "2" } } });
        await AnswersAsync(server, "POST", $"logged-models/{id}/params", new { @params = new[] { new { key = "q", value = "2" } } });
        await AnswersAsync(
            server, "POST", "runs/log-metric",
            new { run_id = run, key = "acc", value = 0.5, timestamp = 7, model_id = id, dataset_name = "d", dataset_digest = "x" });
        await AnswersAsync(server, "PATCH", $"logged-models/{id}", new { model_id = id, status = "LOGGED_MODEL_READY" });
        await AnswersAsync(server, "DELETE", $"logged-models/{id}/tags/t");

        var model = (await AnswersAsync(server, "GET", $"logged-models/{id}"))["model"]!;
        ((string)model["info"]!["status"]!).ShouldBe("LOGGED_MODEL_READY");
        model["info"]!["tags"]!.ToJsonString().ShouldBe("""[{"key":"a/b","value":"2"}]""");
        model["data"]!["params"]!.AsArray().Count.ShouldBe(2);
        var metric = model["data"]!["metrics"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)metric["run_id"]!, (string)metric["model_id"]!, (string)metric["dataset_name"]!, (double)metric["value"]!).ShouldBe((run, id, "d", 0.5));

        await AnswersAsync(server, "DELETE", $"logged-models/{id}/tags/a%2Fb");
        var search = new
        {
            experiment_ids = new[] { "0" }, filter = "metrics.acc > 0.1", datasets = new[] { new { dataset_name = "d" } },
            order_by = new[] { new { field_name = "metrics.acc", ascending = false } },
        };
        (await AnswersAsync(server, "POST", "logged-models/search", search))["models"]!.AsArray().Count.ShouldBe(1);
        (await AnswersAsync(server, "DELETE", $"logged-models/{id}")).ToJsonString().ShouldBe("{}");
        (await AnswersAsync(server, "POST", "logged-models/search", search)).ToJsonString().ShouldBe("{}");
        var (status, refused) = await server.CallAsync("GET", $"logged-models/{id}");
        status.ShouldBe(404);
        ((string)refused!["message"]!).ShouldBe($"Logged model with ID '{id}' not found.");
    }

    [Fact]
    public async Task The_files_of_a_model_are_listed()
    {
        await using var server = await LoopbackServer.StartAsync();
        var info = (await AnswersAsync(server, "POST", "logged-models", new { experiment_id = "0" }))["model"]!["info"]!;
        var (id, uri) = ((string)info["model_id"]!, (string)info["artifact_uri"]!);
        await server.Store.Artifacts.WriteAsync(uri, "data/model.pkl", new MemoryStream([1, 2, 3]), TestContext.Current.CancellationToken);

        var root = await AnswersAsync(server, "GET", $"logged-models/{id}/artifacts/directories");
        ((string)root["root_uri"]!).ShouldBe(uri);
        root["files"]!.ToJsonString().ShouldBe("""[{"path":"data","is_dir":true}]""");
        var inner = await AnswersAsync(server, "GET", $"logged-models/{id}/artifacts/directories?artifact_directory_path=data");
        inner["files"]!.ToJsonString().ShouldBe("""[{"path":"data/model.pkl","is_dir":false,"file_size":3}]""");
        (await server.CallAsync("GET", $"logged-models/{id}/artifacts/directories?artifact_directory_path=../..")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_run_tells_its_models_and_data_sets_are_searched()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = (string)(await AnswersAsync(server, "POST", "runs/create", new { experiment_id = "0" }))["run"]!["info"]!["run_id"]!;
        var dataset = new { tags = new[] { new { key = "mlflow.data.context", value = "eval" } }, dataset = new { name = "d", digest = "x", source_type = "local", source = "{}" } };
        await AnswersAsync(server, "POST", "runs/log-inputs", new { run_id = run, datasets = new[] { dataset }, models = new[] { new { model_id = "m-1" } } });
        await AnswersAsync(server, "POST", "runs/outputs", new { run_id = run, models = new[] { new { model_id = "m-2", step = 3 } } });

        var found = (await AnswersAsync(server, "GET", $"runs/get?run_id={run}"))["run"]!;
        found["inputs"]!["model_inputs"]!.ToJsonString().ShouldBe("""[{"model_id":"m-1"}]""");
        found["outputs"]!["model_outputs"]!.ToJsonString().ShouldBe("""[{"model_id":"m-2","step":3}]""");
        var datasets = await AnswersAsync(server, "POST", "experiments/search-datasets", new { experiment_ids = new[] { "0" } });
        datasets.ToJsonString().ShouldBe("""{"dataset_summaries":[{"experiment_id":"0","name":"d","digest":"x","context":"eval"}]}""");
        (await server.CallAsync("POST", "experiments/search-datasets", new { })).Status.ShouldBe(400);
    }

    private static async Task<JsonNode> AnswersAsync(LoopbackServer server, string method, string path, object? body = null)
    {
        var (status, answer) = await server.CallAsync(method, path, body);
        status.ShouldBe(200, answer?.ToJsonString());
        return answer!;
    }
}
