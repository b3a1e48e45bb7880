using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>What the first page of a run answers: how good it was, how sure one is, which rows, and of which data.</summary>
public sealed class RunOverviewHttpTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OfAnEvaluation_ShowsTheWorstRows_ByTheScoreThatIsAskedFor()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await JudgedRun.LogAsync(server.Store, "judged", 40);
        var page = await server.Http.GetStringAsync($"/runs/{run}", Cancel);

        // Of lengths the lowest is the best: the last rows are the worst.
        page.ShouldContain("Worst rows by length");
        page.ShouldContain("answer 39&lt;");
        page.ShouldNotContain("answer 0&lt;");
        page.ShouldContain($"/runs/{run}/evaluation/rows?row=r39");
        page.ShouldContain($"/runs/{run}/evaluation?sort=length&amp;dir=desc#rows");
        page.ShouldContain("min.length=", customMessage: "the bins of the distribution lead to their rows");
        var toned = await server.Http.GetStringAsync($"/runs/{run}?worst=tone", Cancel);
        toned.ShouldContain("Worst rows by tone");
        toned.ShouldContain("answer 0&lt;");
        toned.ShouldContain($"/runs/{run}/evaluation?sort=tone#rows");
        (await server.Http.GetStringAsync($"/runs/{run}?worst=%3Cb%3E", Cancel)).ShouldContain("Worst rows by length");
    }

    [Theory]
    [InlineData(3, "Rows that failed", "away", "status=failed")]
    [InlineData(0, "First rows", "answer 0&lt;", "#rows")]
    public async Task OfAnEvaluationThatIsLarge_SortsNothing(int failed, string heading, string text, string address)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await JudgedRun.LogAsync(server.Store, "large", 40, total: 5_001, failed);
        var page = await server.Http.GetStringAsync($"/runs/{run}", Cancel);
        page.ShouldContain(heading);
        page.ShouldContain(text);
        page.ShouldContain($"/runs/{run}/evaluation{(failed > 0 ? "?" : "")}{address}");
    }

    [Fact]
    public async Task FiguresOfAJudgeThatNobodyCalibrated_SaySoOnEveryPage()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (a, b) = (await JudgedRun.LogAsync(server.Store, "one", 20), await JudgedRun.LogAsync(server.Store, "two", 20));
        foreach (var path in new[] { $"/runs/{a}", $"/runs/{a}/evaluation", $"/runs/{a}/metrics", $"/runs/{a}/metrics?with={b}", $"/compare?runs={a},{b}" })
        {
            (await server.Http.GetStringAsync(path, Cancel)).ShouldContain("not calibrated", customMessage: path);
        }

        (await server.Http.GetStringAsync($"/compare?runs={a},{b}&culture=pt-BR", Cancel)).ShouldContain("não calibrado");
    }

    [Fact]
    public async Task DataSets_AreInWords_AndWhatIsNotUnderstoodStaysText()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "data"), Cancel);
        const string Hostile = "<script>alert(1)</script>";
        await server.Store.Tracking.LogInputsAsync(run.RunId,
        [
            new DatasetInput(
                new DatasetReference("wine", "d1", "http", """{"url": "https://example.org/wine.csv"}""", """{"mlflow_colspec": [{"type": "double", "name": "acid", "required": true}]}""", """{"num_rows": 1599, "num_elements": 19188}"""),
                [new Tag("mlflow.data.context", "training")]),
            new DatasetInput(new DatasetReference(Hostile, "d2", Hostile, $$"""{"uri": "{{Hostile}}", "{{Hostile}}": "\ud800"}""", Hostile, $"[\"{Hostile}\"]"), []),
        ], cancellationToken: Cancel);
        var page = await server.Http.GetStringAsync($"/runs/{run.RunId}", Cancel);
        page.ShouldContain("web address");
        page.ShouldContain("1,599 rows, 19,188 elements");
        page.ShouldContain("acid");
        page.ShouldNotContain("mlflow_colspec");
        page.ShouldNotContain("<script>alert");
        var french = await server.Http.GetStringAsync($"/runs/{run.RunId}?culture=fr", Cancel);
        french.ShouldContain("éléments");
        french.ShouldContain("obligatoire");
    }

    [Fact]
    public async Task PartsOfARun_LeadToEachOther_AndToTheirTable()
    {
        await using var server = await LoopbackServer.StartAsync();
        var parent = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "the whole"), Cancel);
        var child = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "a piece", Tags: [new("mlflow.parentRunId", parent.RunId)]), Cancel);
        var page = await server.Http.GetStringAsync($"/runs/{parent.RunId}", Cancel);
        page.ShouldContain($"href=\"/runs/{child.RunId}\"");
        (await server.Http.GetStringAsync($"/runs/{child.RunId}", Cancel)).ShouldContain($"href=\"/runs/{parent.RunId}\"");
        var table = System.Net.WebUtility.HtmlDecode(page[(page.IndexOf("/experiments/0?filter=", StringComparison.Ordinal))..].Split('"')[0]);
        var found = await server.Http.GetStringAsync(table, Cancel);
        found.ShouldContain("a piece");
        found.ShouldNotContain("the whole");
    }
}
