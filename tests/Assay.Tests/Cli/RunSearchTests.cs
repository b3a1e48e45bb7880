using System.Text.Json;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Tests.Cli;

/// <summary>Filters and orderings on the command line, and runs found by the beginning of their id.</summary>
public sealed class RunSearchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Runs_FilterAndOrderBy_GiveThoseRunsInThatOrder()
    {
        await WriteAsync();
        (await Names("runs", "--filter", "metrics.acc > 0.1", "--order-by", "metrics.acc DESC", "--json")).ShouldBe(["b", "c"]);
        (await Names("runs", "--order-by", "params.model", "--order-by", "run_name DESC", "--head", "2", "--json")).ShouldBe(["c", "a"]);
        (await Names("experiments", "--filter", "name LIKE 'lab%'", "--json")).ShouldBe(["lab"]);
    }

    [Fact]
    public async Task Runs_BadFilter_IsOneLineAndExitCode2()
    {
        await WriteAsync();
        var result = await AssayProcess.RunAsync(folder, ["runs", "--tracking-uri", "s.db", "--filter", "metrics.acc >> 1"]);
        result.Code.ShouldBe(2);
        result.Error.Trim().ShouldEndWith("Invalid comparator '>>' not one of '{'>', '>=', '!=', '=', '<', '<='}'");
    }

    [Theory]
    [InlineData("aaaa", 0, "aaaa0000000000000000000000000001")]
    [InlineData("aaaa00000000000000000000000000", 0, "aaaa0000000000000000000000000001")]
    [InlineData("c", 0, "bbbb0000000000000000000000000002")]
    [InlineData("last~9", 2, "'last~9': there are only 3 runs")]
    [InlineData("bb", 2, "more than one run begins with 'bb'; give more of the id")]
    [InlineData("zz", 2, "no run is named 'zz' and no id begins with it; 'assay runs' lists them")]
    [InlineData("a%", 2, "no run is named 'a%' and no id begins with it; 'assay runs' lists them")]
    [InlineData("x' OR '1", 2, "no run is named 'x' OR '1' and no id begins with it; 'assay runs' lists them")]
    public async Task Show_BeginningOfAnId_FindsTheRun(string id, int exitCode, string said)
    {
        await WriteAsync();
        var result = await AssayProcess.RunAsync(folder, ["show", id, "--tracking-uri", "s.db"]);
        result.Code.ShouldBe(exitCode);
        (result.Output + result.Error).ShouldContain(said);
    }

    private async Task WriteAsync()
    {
        await using var store = await EmbeddedStore.OpenAsync(folder["s.db"]);
        await store.Tracking.CreateExperimentAsync(new NewExperiment("lab"));
        var runs = new[] { ("a", "aaaa0000000000000000000000000001", 0.1), ("b", "bbbb0000000000000000000000000001", 0.9), ("c", "bbbb0000000000000000000000000002", 0.5) };
        foreach (var (name, id, value) in runs)
        {
            await store.Tracking.CreateRunAsync(new NewRun("0", name) { RunId = id });
            await store.Tracking.LogBatchAsync(id, new RunBatch { Metrics = [new Metric("acc", value, 1)], Params = [new Param("model", name == "b" ? "z" : "m")] });
        }
    }

    private async Task<string[]> Names(params string[] arguments)
    {
        var result = await AssayProcess.RunAsync(folder, [.. arguments, "--tracking-uri", "s.db"]);
        result.Code.ShouldBe(0, result.Error);
        using var json = JsonDocument.Parse(result.Output);
        return [.. json.RootElement.EnumerateArray().Select(one => one.TryGetProperty("run_name", out var name) ? name.GetString()! : one.GetProperty("name").GetString()!)];
    }
}
