using System.Net;
using System.Text;
using Assay.Evaluations;
using Assay.Results;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>What nobody would log in good faith: each page shows it, or does without, and the pages of other runs do not suffer.</summary>
public sealed class HostileRecordTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(long.MaxValue, long.MinValue)]
    [InlineData(long.MinValue, long.MaxValue)]
    [InlineData(253402300800000, -62135596800001)]
    public async Task TimesThatNoCalendarHolds_AreShown(long start, long end)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "odd", StartTime: start), Cancel);
        await server.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new("loss", 1, 1), new("loss", 2, long.MaxValue, long.MaxValue)] }, Cancel);
        await server.Store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Finished, end), Cancel);
        await ShouldShowAsync(
            server, "/", "/experiments", "/experiments/0", "/experiments/0.csv?cols=started,duration", $"/runs/{run.RunId}", $"/runs/{run.RunId}/metrics",
            $"/runs/{run.RunId}/metrics?axis=time", $"/runs/{run.RunId}/artifacts", $"/compare?runs={run.RunId}");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"rows\": null", "\"rows\": {\"total\": 1}")]
    [InlineData("\"scorers\": null", "\"scorers\": []")]
    [InlineData("\"scorers\": [null]", "\"scorers\": []")]
    [InlineData("\"gates\": [null]", "\"gates\": []")]
    [InlineData("\"dataset\": null", "\"dataset\": {\"name\": \"d\", \"digest\": \"d\", \"source_type\": \"local\", \"source\": \"{}\"}")]
    [InlineData("\"scorers\": [{\"scorer\": {\"name\": \"s\", \"summary\": \"\", \"kind\": \"Unbounded\", \"direction\": \"None\", \"aggregates\": [{}]}, \"scored\": 1, \"not_scored\": [], \"aggregates\": [{}]}]", "\"scorers\": []")]
    public async Task ASummaryThatIsNone_LeavesThePagesWithoutIt(string part, string? instead = null)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "odd", Tags: [new("assay.evaluation.data", "d")]), Cancel);
        var rows = new EvaluationRow[]
        {
            new() { RowId = "r", Index = 0, Digest = new string('0', 32), Fields = "{}", Input = "a", Answer = Answer.FromText("b"), Scores = [new RowScore("s", 1)] },
        };
        await server.Store.Evaluations.AppendAsync(run.RunId, rows, Cancel);
        var whole = """
            {"run_id": "r", "run_name": "n", "experiment": "e", "status": "Finished", "start_time": "2026-01-02T03:04:05Z", "duration_seconds": 1,
             "dataset": {"name": "d", "digest": "d", "source_type": "local", "source": "{}"}, "settings": [], "rows": {"total": 1}, "scorers": [], "gates": []}
            """;
        var text = instead is null ? part : whole.Replace(instead, part, StringComparison.Ordinal);
        text.ShouldContain(part);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await server.Store.Artifacts.WriteAsync(run.ArtifactUri, SummaryArtifact.Path, content, Cancel);
        await server.Store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate(RunStatus.Finished, 2), Cancel);
        var other = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "other"), Cancel);
        await server.Store.Evaluations.AppendAsync(other.RunId, rows, Cancel);
        await ShouldShowAsync(
            server, "/", "/experiments/0", $"/runs/{run.RunId}", $"/runs/{run.RunId}/evaluation", $"/runs/{run.RunId}/evaluation/rows?row=r",
            $"/compare?runs={run.RunId},{other.RunId}");
    }

    [Fact]
    public async Task ARowWithAFieldNamedHalfALetter_IsShown()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "odd"), Cancel);
        var row = new EvaluationRow { RowId = "r", Index = 0, Digest = new string('0', 32), Fields = """{"\ud800": 1}""", Answer = Answer.FromText("b") };
        await server.Store.Evaluations.AppendAsync(run.RunId, [row], Cancel);
        await ShouldShowAsync(server, $"/runs/{run.RunId}/evaluation", $"/runs/{run.RunId}/evaluation/rows?row=r");
    }

    private static async Task ShouldShowAsync(LoopbackServer server, params string[] paths)
    {
        foreach (var path in paths)
        {
            using var response = await server.Http.GetAsync(path, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }
}
