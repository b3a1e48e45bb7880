using System.Net;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>A form that lacks what it needs changes nothing, and the page says what is missing in the reader's language.</summary>
public sealed class RefusedFormTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("rename", "", " ", "Une exécution a besoin d’un nom.")]
    [InlineData("tag", " ", "x", "Un tag a besoin d’une clé.")]
    [InlineData("untag", "", "", "Un tag a besoin d’une clé.")]
    public async Task ChosenRun_WithoutNameOrKey_StaysAsItIs(string act, string key, string value, string said)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var run = await LoggedRuns.LogAsync(server, "heron", 1, "x");
        var answer = await visitor.PostAsync("/experiments/0/selection?culture=fr", ("do", act), ("run", run.RunId), ("key", key), ("value", value));
        answer.Status.ShouldBe(400);
        WebUtility.HtmlDecode(answer.Body).ShouldContain(said);
        (await LoggedRuns.ReadAsync(server, run)).RunName.ShouldBe("heron");
    }

    [Fact]
    public async Task TagWithoutKey_IsRefused()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var run = await LoggedRuns.LogAsync(server, "heron", 1, "x");
        var answer = await visitor.PostAsync($"/runs/{run.RunId}/tags?culture=pt-BR", ("key", " "), ("value", "x"));
        answer.Status.ShouldBe(400);
        WebUtility.HtmlDecode(answer.Body).ShouldContain("Uma tag precisa de uma chave.");
    }

    [Theory]
    [InlineData("", "Um experimento precisa de um nome.")]
    [InlineData("<Default>", "Já existe um experimento “<Default>”")]
    public async Task Experiment_CreatedOrRenamed_NeedsANameOfItsOwn(string name, string said)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        await server.Store.Tracking.CreateExperimentAsync(new NewExperiment("<Default>"), Cancel);
        foreach (var path in new[] { "/experiments", "/experiments/0/edit" })
        {
            var answer = await visitor.PostAsync($"{path}?culture=pt-BR", ("do", "rename"), ("name", name));
            answer.Status.ShouldBe(400);
            WebUtility.HtmlDecode(answer.Body).ShouldContain(said);
            answer.Body.ShouldNotContain("<Default>");
        }
    }

    [Fact]
    public async Task RunThatAProgramLeftWithoutAName_IsCalledByItsId()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LoggedRuns.LogAsync(server, "heron", 1, "x");
        await server.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Tags = [new Tag("mlflow.runName", "")] }, Cancel);
        foreach (var path in new[] { "/", "/experiments/0", $"/runs/{run.RunId}", "/compare" })
        {
            (await server.Http.GetStringAsync(path, Cancel)).ShouldContain($"<bdi>{run.RunId}</bdi>", customMessage: path);
        }
    }
}
