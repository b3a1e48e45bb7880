namespace Assay.Server.Tests.Experiments;

public sealed class ExperimentRoutesTests
{
    [Fact]
    public async Task An_experiment_lives_through_its_stages()
    {
        await using var server = await LoopbackServer.StartAsync();
        var id = (string)(await server.CallAsync("POST", "experiments/create", new { name = "one", tags = new[] { new { key = "k", value = "v" } } })).Body!["experiment_id"]!;

        (await server.CallAsync("POST", "experiments/update", new { experiment_id = id, new_name = "two" })).Body!.ToJsonString().ShouldBe("{}");
        (await server.CallAsync("POST", "experiments/delete-experiment-tag", new { experiment_id = id, key = "k" })).Status.ShouldBe(200);
        (await server.CallAsync("POST", "experiments/delete", new { experiment_id = id })).Status.ShouldBe(200);
        ((string)(await server.CallAsync("GET", $"experiments/get?experiment_id={id}")).Body!["experiment"]!["lifecycle_stage"]!).ShouldBe("deleted");
        (await server.CallAsync("POST", "experiments/restore", new { experiment_id = id })).Status.ShouldBe(200);

        var (_, found) = await server.CallAsync("GET", "experiments/get-by-name?experiment_name=two");
        ((string)found!["experiment"]!["lifecycle_stage"]!).ShouldBe("active");
        found["experiment"]!["tags"].ShouldBeNull();
    }

    [Theory]
    [InlineData("GET", "experiments/search?max_results=1&view_type=ALL")]
    [InlineData("POST", "experiments/search")]
    public async Task Search_gives_pages(string method, string path)
    {
        await using var server = await LoopbackServer.StartAsync();
        await server.CallAsync("POST", "experiments/create", new { name = "one" });

        var (_, page) = await server.CallAsync(method, path, method == "POST" ? new { max_results = 1 } : null);
        page!["experiments"]!.AsArray().Count.ShouldBe(1);
        var token = (string)page["next_page_token"]!;
        var (_, next) = await server.CallAsync(
            method, method == "POST" ? path : $"{path}&page_token={Uri.EscapeDataString(token)}", method == "POST" ? new { max_results = 1, page_token = token } : null);

        next!["experiments"]!.AsArray().Count.ShouldBe(1);
        next["next_page_token"].ShouldBeNull();
    }

    [Fact]
    public async Task The_same_calls_are_there_for_pages()
    {
        await using var server = await LoopbackServer.StartAsync();

        (await server.CallAsync("GET", "/ajax-api/2.0/mlflow/experiments/get?experiment_id=0")).Status.ShouldBe(200);
    }
}
