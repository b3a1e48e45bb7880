using System.Net;
using Assay.Evaluations;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>A run's evaluation and the comparison of runs, as they come over the wire.</summary>
public sealed class EvaluationPageHttpTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RowsWithoutASummary_AreShown_AndSortedAndBounded()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await RunOfAsync(server, "rows");
        var all = await server.Http.GetStringAsync($"/runs/{run}/evaluation", Cancel);
        all.ShouldContain("answer 0&lt;");
        all.ShouldContain("60 rows");
        all.ShouldContain("rel=\"next\"");
        var worst = await server.Http.GetStringAsync($"/runs/{run}/evaluation?sort=s&dir=desc&max.s=2.5", Cancel);
        worst.IndexOf("answer 2&lt;", StringComparison.Ordinal).ShouldBeInRange(0, worst.IndexOf("answer 0&lt;", StringComparison.Ordinal));
        worst.ShouldNotContain("answer 3&lt;");
        worst.ShouldContain("3 rows of 60");
        (await server.Http.GetStringAsync($"/runs/{run}/evaluation?min.s=2", Cancel)).ShouldContain("58 rows of 60");
        (await server.Http.GetStringAsync($"/runs/{run}/evaluation?min.s=many", Cancel)).ShouldContain("“many” is no number");
    }

    [Fact]
    public async Task RowsThatFailed_AreReachedFromTheirCount()
    {
        await using var server = await LoopbackServer.StartAsync();
        var summary = await new Evaluation
        {
            Dataset = Dataset.From(Enumerable.Range(0, 20).Select(i => new { inputs = $"question {i}", ground_truth = "right" })),
            Model = Model.From((row, _) => row.Index == 7
                ? throw new Assay.Models.ModelException(Assay.Models.ModelFailure.Rejected, "too long") : Task.FromResult(Answer.FromText("right"))),
            Scorers = Scorers.Named("exact_match"),
        }.RunAsync(server.Store, null, Cancel);
        var path = $"/runs/{summary.RunId}/evaluation?status=failed";
        (await server.Http.GetStringAsync($"/runs/{summary.RunId}", Cancel)).ShouldContain($"href=\"{path}");
        var rows = await server.Http.GetStringAsync(path, Cancel);
        rows.ShouldContain("question 7");
        rows.ShouldNotContain("question 8");
    }

    [Theory]
    [InlineData("/evaluation/rows?row=nobody", 404)]
    [InlineData("/evaluation/rows", 404)]
    [InlineData("/evaluation/rows?row=r1&repeat=5", 404)]
    [InlineData("/evaluation?page=broken", 400)]
    [InlineData("/evaluation/rows?row=r1", 200)]
    public async Task RowsThatAreNotThere_AreSaidToBeSo(string path, int status)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await RunOfAsync(server, "rows");
        using var response = await server.Http.GetAsync($"/runs/{run}{path}", Cancel);
        ((int)response.StatusCode).ShouldBe(status);
        (await server.Http.GetAsync($"/runs/{new string('0', 32)}/evaluation", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task RunsThatAFormSends_AreSaidTogether_WithTheOptions()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (a, b) = (await RunOfAsync(server, "one"), await RunOfAsync(server, "two"));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        using var response = await client.GetAsync($"/compare?runs={a}&run={b}&margin=0.1", Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var address = response.Headers.Location!.OriginalString;
        address.ShouldContain($"runs={a},{b}");
        address.ShouldContain("margin=0.1");
        (await client.GetStringAsync(address, Cancel)).ShouldContain("no evidence of a difference");
    }

    [Theory]
    [InlineData("confidence=2", "confidence = 2")]
    [InlineData("test=best", "test = best")]
    [InlineData("primary=nothing", "nothing")]
    [InlineData("group=nothing", "nothing")]
    public async Task OptionsThatCannotBe_AreSaid_AndTheRunsStayBesideEachOther(string option, string words)
    {
        await using var server = await LoopbackServer.StartAsync();
        var (a, b) = (await RunOfAsync(server, "one"), await RunOfAsync(server, "two"));
        var page = await server.Http.GetStringAsync($"/compare?runs={a},{b},{a}&{option}", Cancel);
        page.ShouldContain(words);
        page.ShouldContain("make baseline: two");
        page.ShouldNotContain("make baseline: one");
    }

    private static async Task<string> RunOfAsync(LoopbackServer server, string name)
    {
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", name), Cancel);
        await server.Store.Evaluations.AppendAsync(run.RunId, [.. Enumerable.Range(0, 60).Select(i => new EvaluationRow
        {
            RowId = $"r{i}",
            Index = i,
            Digest = $"{i:x32}",
            Fields = $$"""{"inputs":"question {{i}}"}""",
            Input = $"question {i}",
            Answer = Answer.FromText($"answer {i}<"),
            Scores = [new RowScore("s", i)],
        })], Cancel);
        return run.RunId;
    }
}
