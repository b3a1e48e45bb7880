using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>What a form changed is brought back by the form that the page then shows.</summary>
public sealed class UndoTests
{
    private const string Hostile = "<b>\"heron\"</b> & 1,2=3 %2C";

    [Theory]
    [InlineData("rename", "name")]
    [InlineData("description", "text")]
    public async Task Run_RenamedOrDescribed_IsAsItWas(string action, string field)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var run = await LoggedRuns.LogAsync(server, Hostile, 1, "x", new Tag("mlflow.note.content", Hostile));
        var page = await ChangeAsync(visitor, $"/runs/{run.RunId}/{action}", (field, "egret"));
        page.ShouldNotContain("<b>\"heron");
        (await PageForm.Find(page, "Undo").SendAsync(visitor)).Status.ShouldBe(303);
        (await LoggedRuns.ReadAsync(server, run)).RunName.ShouldBe(Hostile);
        (await LoggedRuns.TagAsync(server, run, "mlflow.note.content")).ShouldBe(Hostile);
    }

    [Theory]
    [InlineData("tags", "team", "")]
    [InlineData("tags", "team", "north")]
    [InlineData("tags", "team", null)]
    [InlineData("tags/delete", "team", "north")]
    [InlineData("tags/delete", "a b/c", "")]
    public async Task Tag_ChangedOrDeleted_IsAsItWas(string action, string key, string? before)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var run = await LoggedRuns.LogAsync(server, "heron", 1, "x", before is null ? [] : [new Tag(key, before)]);
        var page = await ChangeAsync(visitor, $"/runs/{run.RunId}/{action}", ("key", key), ("value", "south"));
        (await LoggedRuns.TagAsync(server, run, key)).ShouldBe(action == "tags" ? "south" : null);
        await PageForm.Find(page, "Undo").SendAsync(visitor);
        (await LoggedRuns.TagAsync(server, run, key)).ShouldBe(before);
    }

    [Fact]
    public async Task Runs_TaggedTogether_HaveWhatEachHadBefore()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var (a, b, c) = (await LoggedRuns.LogAsync(server, "a", 1, "x", new Tag("team", "north, =x")), await LoggedRuns.LogAsync(server, "b", 1, "x"), await LoggedRuns.LogAsync(server, "c", 1, "x", new Tag("team", "")));
        foreach (var act in new[] { "tag", "untag" })
        {
            var page = await ChangeAsync(
                visitor, "/experiments/0/selection", [("do", act), ("key", "team"), ("value", "south"), .. new[] { c, a, b }.Select(run => ("run", run.RunId))]);
            (await LoggedRuns.TagAsync(server, b, "team")).ShouldBe(act == "tag" ? "south" : null);
            await PageForm.Find(page, "Undo").SendAsync(visitor);
            (await LoggedRuns.TagAsync(server, a, "team")).ShouldBe("north, =x");
            (await LoggedRuns.TagAsync(server, b, "team")).ShouldBeNull();
            (await LoggedRuns.TagAsync(server, c, "team")).ShouldBe("");
        }
    }

    [Fact]
    public async Task Run_RenamedInTheTable_IsAsItWas_AndTheTableAsItWasSorted()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var run = await LoggedRuns.LogAsync(server, Hostile, 1, "x");
        var page = await ChangeAsync(
            visitor, "/experiments/0/selection", ("do", "rename"), ("run", run.RunId), ("value", "egret"), ("return", "/experiments/0?sort=name"));
        var undone = await PageForm.Find(page, "Undo").SendAsync(visitor);
        undone.Location.ShouldNotBeNull().ShouldStartWith("/experiments/0?sort=name&done=renamed");
        (await LoggedRuns.ReadAsync(server, run)).RunName.ShouldBe(Hostile);
    }

    [Fact]
    public async Task Experiment_RenamedAndDescribed_IsAsItWas()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var cancel = TestContext.Current.CancellationToken;
        var experiment = await server.Store.Tracking.CreateExperimentAsync(new NewExperiment("lab", Tags: [new Tag("mlflow.note.content", "old\nnote")]), cancel);
        var path = $"/experiments/{experiment.ExperimentId}/edit";
        await PageForm.Find(await ChangeAsync(visitor, path, ("do", "rename"), ("name", "lab 2")), "Undo").SendAsync(visitor);
        await PageForm.Find(await ChangeAsync(visitor, path, ("do", "describe"), ("note", "new")), "Undo").SendAsync(visitor);
        var after = await server.Store.Tracking.GetExperimentAsync(experiment.ExperimentId, cancel);
        after.Name.ShouldBe("lab");
        after.Tags.ShouldContain(new Tag("mlflow.note.content", "old\nnote"));
    }

    [Fact]
    public async Task WhatIsLongerThanAnAddress_IsChanged_WithoutUndo()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var run = await LoggedRuns.LogAsync(server, "heron", 1, "x", new Tag("mlflow.note.content", new string('é', 2000)));
        var page = await ChangeAsync(visitor, $"/runs/{run.RunId}/description", ("text", "short"));
        page.ShouldContain("Description saved.");
        page.ShouldNotContain(">Undo</button>");
    }

    [Theory]
    [InlineData("done=renamed&before=%3D%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("done=%3Cscript%3E&before=-")]
    [InlineData("done=renamed&before=-")]
    [InlineData("done=tagged&before=-&before=x")]
    public async Task AnAddressThatNobodyWasLedTo_SaysNothing(string query)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var run = await LoggedRuns.LogAsync(server, "heron", 1, "x");
        foreach (var page in new[] { $"/runs/{run.RunId}", "/experiments/0", "/experiments" })
        {
            var answer = await visitor.GetAsync($"{page}?{query}");
            answer.Status.ShouldBe(200);
            answer.Body.ShouldNotContain("<script>");
            answer.Body.ShouldNotContain("done-line");
        }
    }

    [Fact]
    public async Task AnAddressThatIsHandedOn_OffersNobodyElseToUndo()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        using var other = new PageVisitor(server.Address);
        var run = await LoggedRuns.LogAsync(server, "heron", 1, "x");
        var address = (await visitor.PostAsync($"/runs/{run.RunId}/rename", ("name", "egret"))).Location!;
        await other.GetAsync("/");
        (await other.GetAsync(address)).Body.ShouldNotContain("done-line");
        (await visitor.GetAsync(address)).Body.ShouldContain("done-line");
        (await visitor.GetAsync(address.Replace("heron", "crane", StringComparison.Ordinal))).Body.ShouldNotContain("done-line");
    }

    private static async Task<string> ChangeAsync(PageVisitor visitor, string path, params (string Name, string Value)[] fields)
    {
        var answer = await visitor.PostAsync(path, fields);
        answer.Status.ShouldBe(303, answer.Body);
        return (await visitor.GetAsync(answer.Location!)).Body;
    }
}
