using System.Text.RegularExpressions;
using Assay.Tracking;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>What is done with experiments and with runs that are chosen in a table.</summary>
public sealed class ExperimentActsTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Runs_Chosen_AreCompared()
    {
        await using var session = await PageSession.StartAsync(browser);
        var a = await ExperimentRuns.LogAsync(session, "a", 0.2, "small");
        var b = await ExperimentRuns.LogAsync(session, "b", 0.4, "small");
        await session.OpenAsync("/experiments/0");
        var compare = session.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" });
        await Assertions.Expect(compare).ToBeHiddenAsync();
        await session.Page.GetByLabel("Select a", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(compare).ToBeDisabledAsync();
        await session.Page.GetByLabel("Select b", new() { Exact = true }).CheckAsync();
        var request = await session.Page.RunAndWaitForRequestAsync(() => compare.ClickAsync(), asked => asked.Url.Contains("/compare?", StringComparison.Ordinal));
        new Uri(request.Url).Query.Split('=', 2)[1].Split(',').ShouldBe([b.RunId, a.RunId], ignoreOrder: true);
    }

    [Fact]
    public async Task Run_IsRenamed_Tagged_Archived_AndThatUndone()
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await ExperimentRuns.LogAsync(session, "heron", 0.2, "small");
        await session.OpenAsync("/experiments/0?cols=tags.team");
        await ActAsync(session.Page, "heron", "Rename", dialog => dialog.GetByLabel("Name").FillAsync("egret"));
        await Assertions.Expect(session.Page.Locator(".done-line")).ToContainTextAsync("1 run renamed.");
        await ActAsync(session.Page, "egret", "Tag", async dialog =>
        {
            await dialog.GetByLabel("Key").FillAsync("team");
            await dialog.GetByLabel("Value").FillAsync("north");
        });
        await Assertions.Expect(session.Page.Locator("table.runs")).ToContainTextAsync("north");
        await ActAsync(session.Page, "egret", "Archive", _ => Task.CompletedTask);
        await Assertions.Expect(session.Page.Locator("a.run")).ToHaveCountAsync(0);
        (await session.Store.Tracking.GetRunAsync(run.RunId, TestContext.Current.CancellationToken)).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(session.Page.Locator("a.run")).ToHaveTextAsync(["egret"]);
        await Assertions.Expect(session.Page).Not.ToHaveURLAsync(new Regex("done="));
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_RenamedOrUntagged_IsAsItWas_WhenThatIsUndone()
    {
        await using var session = await PageSession.StartAsync(browser);
        var page = session.Page;
        var run = await ExperimentRuns.LogAsync(session, "heron", 0.2, "small");
        await session.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Tags = [new Tag("team", "north")] }, TestContext.Current.CancellationToken);
        await session.OpenAsync("/experiments/0");
        await ActAsync(page, "heron", "Rename", dialog => dialog.GetByLabel("Name").FillAsync("egret"));
        await Assertions.Expect(page.Locator(".done-line")).ToContainTextAsync("Before: heron");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator("a.run")).ToHaveTextAsync(["heron"]);

        await session.OpenAsync($"/runs/{run.RunId}");
        await page.GetByText("Change", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".done-line")).ToContainTextAsync("Tag deleted.");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("done="));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".done-line")).ToContainTextAsync("Tag saved.");
        (await session.Store.Tracking.GetRunAsync(run.RunId, TestContext.Current.CancellationToken)).Tags.ShouldContain(new Tag("team", "north"));
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Experiment_IsCreated_Described_Renamed_Archived_Found_Restored()
    {
        await using var session = await PageSession.StartAsync(browser);
        var page = session.Page;
        await session.OpenAsync("/experiments");
        await page.GetByLabel("New experiment").FillAsync("<b>lab</b> \"1\"");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("<b>lab</b> \"1\"");
        await EditAsync(page, "Edit description", dialog => dialog.GetByLabel("Description").FillAsync("What we ask.\nMore."));
        await Assertions.Expect(page.Locator(".experiment-note")).ToContainTextAsync("What we ask.");
        await EditAsync(page, "Rename", dialog => dialog.GetByLabel("Name").FillAsync("lab 2"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("lab 2");
        await EditAsync(page, "Archive", _ => Task.CompletedTask);
        await Assertions.Expect(page.Locator(".done-line")).ToContainTextAsync("archived");
        await session.OpenAsync("/experiments?view=archived&name=LAB");
        await page.GetByRole(AriaRole.Link, new() { Name = "Restore: lab 2" }).ClickAsync();
        await AnswerAsync(page, "Restore", _ => Task.CompletedTask);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("lab 2");
        session.Complaints.ShouldBeEmpty();
    }

    private static async Task ActAsync(IPage page, string run, string act, Func<ILocator, Task> fill)
    {
        await page.GetByLabel($"Select {run}").CheckAsync();
        await page.Locator("#selected").GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
        await AnswerAsync(page, act, fill);
    }

    private static async Task EditAsync(IPage page, string act, Func<ILocator, Task> fill)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = act, Exact = true }).ClickAsync();
        await AnswerAsync(page, act, fill);
    }

    private static async Task AnswerAsync(IPage page, string act, Func<ILocator, Task> fill)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await fill(dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
