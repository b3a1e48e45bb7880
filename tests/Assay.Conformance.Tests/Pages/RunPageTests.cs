using Assay.Tracking;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assay.Conformance.Tests.Pages;

/// <summary>The page of a run: what it shows, what its forms change, and that data is never markup.</summary>
public sealed class RunPageTests(ChromiumBrowser browser)
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Overview", "0.8125")]
    [InlineData("pt-BR", "Visão geral", "0,8125")]
    [InlineData("fr", "Vue d’ensemble", "0,8125")]
    public async Task Overview_InEachLanguage_ShowsWhatWasLogged(string culture, string tab, string value)
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await RunSamples.LogAsync(session.Store, "first", 0.8125);
        await session.OpenAsync($"/runs/{run.RunId}?culture={culture}");
        await Expect(session.Page.Locator("html")).ToHaveAttributeAsync("lang", culture);
        await Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "first", Level = 1 })).ToBeVisibleAsync();
        await Expect(session.Page.GetByRole(AriaRole.Link, new() { Name = tab })).ToHaveAttributeAsync("aria-current", "page");
        await Expect(session.Page.GetByRole(AriaRole.Row, new() { Name = "accuracy" })).ToContainTextAsync(value);
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_AreAccessible_InBothThemes(ColorScheme scheme)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { ColorScheme = scheme });
        var run = await RunSamples.LogAsync(session.Store, "first", 0.75);
        await RunSamples.LogAsync(session.Store, "second", 0.5);
        foreach (var path in new[] { "", "/metrics", "/artifacts", "/artifacts?path=folder/table.csv", "/artifacts?path=data.json", "/artifacts?path=notes.md", "/artifacts?path=page.html" })
        {
            await session.OpenAsync($"/runs/{run.RunId}{path}");
            (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty(path);
        }

        // The checker tries to look into the frame, in which nothing may run.
        session.Complaints.ShouldAllBe(complaint => complaint.Contains("the document's frame is sandboxed"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task AnEvaluatedRun_LeadsFromItsFiguresToItsRows_Accessibly(ColorScheme scheme)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { ColorScheme = scheme });
        var page = session.Page;
        var other = await EvaluatedRuns.EvaluateAsync(session.Store, "egret", 40, i => EvaluatedRuns.Answered(i % 2 == 0));
        var run = await EvaluatedRuns.EvaluateAsync(session.Store, "heron", 40, i => EvaluatedRuns.Answered(i % 4 > 0));
        foreach (var path in new[] { "", "/metrics", $"/metrics?with={other.RunId}", "/metrics?key=exact_match/v1", "/artifacts" })
        {
            await session.OpenAsync($"/runs/{run.RunId}{path}");
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty(path);
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(part => part.open = true)");
            foreach (var width in new[] { 1440, 768, 390 })
            {
                await page.SetViewportSizeAsync(width, 900);
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
            }

            await page.SetViewportSizeAsync(1440, 900);
        }

        await session.OpenAsync($"/runs/{run.RunId}");
        await Expect(page.Locator(".excerpt-rows tbody tr")).ToHaveCountAsync(5);
        await Expect(page.Locator(".excerpt-rows tbody tr").First).ToContainTextAsync("the wrong answer to it");
        await page.GetByRole(AriaRole.Link, new() { Name = "All rows" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#rows thead th[aria-sort]")).ToContainTextAsync("exact_match");
        await Expect(page.Locator("#rows tbody tr").First).ToContainTextAsync("the wrong answer to it");

        await session.OpenAsync($"/runs/{run.RunId}");
        var bin = page.Locator(".spreads svg a[aria-label]").First;
        await bin.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".ev-chips")).ToContainTextAsync("token_count");
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forms_WithoutScript_ChangeTheRun()
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { JavaScriptEnabled = false });
        var run = await RunSamples.LogAsync(session.Store, "before", 0.5);
        await session.OpenAsync($"/runs/{run.RunId}");
        var page = session.Page;
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("after");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("after");

        await page.GetByText("Add a tag").ClickAsync();
        await page.Locator("#tag-add").GetByLabel("Key").FillAsync("team");
        await page.Locator("#tag-add").GetByLabel("Value").FillAsync("blue");
        await page.Locator("#tag-add").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "team" })).ToContainTextAsync("blue");

        await page.GetByText("Describe this run").ClickAsync();
        await page.Locator("#description-text").FillAsync("**Why** this");
        await page.Locator("#describe").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".markdown strong")).ToHaveTextAsync("Why");

        await page.GetByText("Archive…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, archive it" }).ClickAsync();
        await Expect(page.GetByText("This run is archived")).ToBeVisibleAsync();
        (await session.Store.Tracking.GetRunAsync(run.RunId, Cancel)).LifecycleStage.ShouldBe(LifecycleStage.Deleted);
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore" }).First.ClickAsync();
        await Expect(page.GetByText("This run is archived")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task HostileNames_AreText_OnEveryPage()
    {
        await using var session = await PageSession.StartAsync(browser);
        var tags = new[] { new Tag("mlflow.note.content", $"{Hostile}\n\n[go](javascript:alert(1))"), new Tag("note", Hostile) };
        var run = await session.Store.Tracking.CreateRunAsync(new NewRun("0", Hostile, Hostile, Tags: tags), Cancel);
        await session.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Params = [new("prompt", Hostile)], Metrics = [new("m", 1, 1)] }, Cancel);
        foreach (var path in new[] { "", "/metrics", "/artifacts" })
        {
            await session.OpenAsync($"/runs/{run.RunId}{path}");
            (await session.Page.Locator("h1").InnerTextAsync()).ShouldBe(Hostile);
            (await session.Page.Locator("main script, main img, a[href^='javascript']").CountAsync()).ShouldBe(0);
        }

        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunThatGoesOn_ShowsWhatIsLogged_ByItself()
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await session.Store.Tracking.CreateRunAsync(new NewRun("0", "going on"), Cancel);
        await session.OpenAsync($"/runs/{run.RunId}");
        await session.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [new("loss", 0.625, 1)] }, Cancel);
        await Expect(session.Page.GetByRole(AriaRole.Row, new() { Name = "loss" })).ToContainTextAsync("0.625", new() { Timeout = 20_000 });
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task OnAPhone_NothingIsWiderThanTheScreen()
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        var run = await RunSamples.LogAsync(session.Store, new string('n', 200), 0.5);
        foreach (var path in new[] { "", "/metrics", "/artifacts?path=folder/table.csv", "/artifacts?path=long.txt" })
        {
            await session.OpenAsync($"/runs/{run.RunId}{path}");
            (await session.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
        }
    }
}
