using System.Text;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>Runs that <c>mlflow.evaluate</c> evaluated: their rows are a file, of which a tag speaks.</summary>
public sealed class LoggedTableTests
{
    private const string Table = "eval_results_table.json";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RowsInAFile_AreOnTheFirstPage_AndUnderEvaluation()
    {
        await using var server = await LoopbackServer.StartAsync();
        var rows = string.Join(',', Enumerable.Range(0, 12).Select(i => $"[\"question <{i}>\", 0.{i}]"));
        var run = await EvaluateAsync(server, $$"""{"columns": ["inputs", "toxicity/v1/score"], "data": [{{rows}}]}""");
        var overview = await server.Http.GetStringAsync($"/runs/{run}", Cancel);
        overview.ShouldContain("question &lt;4&gt;");
        overview.ShouldNotContain("question &lt;5&gt;");
        overview.ShouldContain($"href=\"/runs/{run}/evaluation\"");
        var evaluation = await server.Http.GetStringAsync($"/runs/{run}/evaluation", Cancel);
        evaluation.ShouldContain("question &lt;11&gt;");
        evaluation.ShouldContain("toxicity/v1/score");
        evaluation.ShouldContain($"/runs/{run}/artifacts?path={Table}");
    }

    [Theory]
    [InlineData("""{"columns": 3}""")]
    [InlineData("not json")]
    [InlineData(null)]
    public async Task AFileThatIsNone_OrNotThere_LeavesTheRunWithoutRows(string? content)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await EvaluateAsync(server, content);
        (await server.Http.GetStringAsync($"/runs/{run}", Cancel)).ShouldContain("toxicity/v1/mean");
        (await server.Http.GetStringAsync($"/runs/{run}/evaluation", Cancel)).ShouldContain("There is no evaluation in this run");
    }

    private static async Task<string> EvaluateAsync(LoopbackServer server, string? content)
    {
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "evaluated"), Cancel);
        await server.Store.Tracking.LogBatchAsync(
            run.RunId,
            new RunBatch
            {
                Metrics = [new Metric("toxicity/v1/mean", 0.1, 1)],
                Tags = [new Tag("mlflow.loggedArtifacts", $$"""[{"path": "{{Table}}", "type": "table"}]""")],
            },
            Cancel);
        if (content is not null)
        {
            await server.Store.Artifacts.WriteAsync(run.ArtifactUri, Table, new MemoryStream(Encoding.UTF8.GetBytes(content)), Cancel);
        }

        return run.RunId;
    }
}
