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
}
