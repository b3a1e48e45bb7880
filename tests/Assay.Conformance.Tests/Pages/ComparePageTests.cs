using System.Text.Json;
using Assay.Tests;
using Assay.Tracking;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>Runs held against each other on a page, as <c>assay compare</c> does.</summary>
public sealed class ComparePageTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task ChosenAmongTheNewest_VerdictsAreThoseOfTheProgram_AndRowsThatChangedShowIt()
    {
        await using var session = await PageSession.StartAsync(browser);
        var page = session.Page;
        var a = await EvaluatedRuns.EvaluateAsync(session.Store, "one", 60, i => EvaluatedRuns.Answered(i % 2 == 0));
        var b = await EvaluatedRuns.EvaluateAsync(session.Store, "two", 60, i => EvaluatedRuns.Answered(i % 2 == 0 || i % 5 < 2));
        await session.OpenAsync("/compare");
        await page.GetByLabel("Choose one").CheckAsync();
        await page.GetByLabel("Choose two").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/compare?runs=*,*");

        await session.OpenAsync($"/compare?runs={a.RunId},{b.RunId}");
        using var folder = new TemporaryFolder();
        var said = await ProgramRun.RunAsync(
            AssayProgram.Start(folder, "compare", a.RunId, b.RunId, "--json", "--tracking-uri", session.Server.Address.AbsoluteUri), TestContext.Current.CancellationToken);
        said.Code.ShouldBe(0, said.Error);
        using var json = JsonDocument.Parse(said.Output);
        var metrics = json.RootElement.GetProperty("comparisons").EnumerateArray().ToList();
        metrics.Count.ShouldBeGreaterThan(1);
        foreach (var metric in metrics)
        {
            var line = page.Locator(".differences tbody tr:not(.notes)").Filter(new() { HasText = metric.GetProperty("metric").GetString() });
            (await line.Locator(".verdict").InnerTextAsync()).ShouldEndWith(metric.GetProperty("verdict").GetString()!);
        }

        (await page.Locator("#changed ~ details").First.Locator("del").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("#changed ~ details").First.Locator("ins").CountAsync()).ShouldBeGreaterThan(0);
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task AllMetrics_StandUnderTheNamesOfTheirRuns()
    {
        await using var session = await PageSession.StartAsync(browser);
        var a = await EvaluatedRuns.EvaluateAsync(session.Store, "one", 4, i => EvaluatedRuns.Answered(i % 2 == 0));
        var b = await EvaluatedRuns.EvaluateAsync(session.Store, "two", 4, i => EvaluatedRuns.Answered(i % 2 == 0));
        await session.OpenAsync($"/compare?runs={a.RunId},{b.RunId}");
        var name = (await session.Page.Locator(".logged thead th").Last.BoundingBoxAsync())!;
        var figure = (await session.Page.Locator(".logged tbody td").Nth(1).BoundingBoxAsync())!;
        figure.X.ShouldBe(name.X, 1);
        figure.Y.ShouldBeGreaterThan(name.Y);
    }

    [Theory]
    [InlineData("en", "no evidence of a difference", "equivalent")]
    [InlineData("pt-BR", "nenhuma evidência de diferença", "equivalente")]
    [InlineData("fr", "aucune preuve de différence", "équivalent")]
    public async Task NoEvidence_IsSaidInThoseWords_AndWithAMarginMoreIs_WithoutScript(string culture, string words, string equivalent)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { JavaScriptEnabled = false });
        var page = session.Page;
        var a = await EvaluatedRuns.EvaluateAsync(session.Store, "one", 200, i => EvaluatedRuns.Answered(i % 2 == 0));
        var b = await EvaluatedRuns.EvaluateAsync(session.Store, "two", 200, i => EvaluatedRuns.Answered(i % 2 == 0));
        await session.OpenAsync($"/compare?runs={a.RunId},{b.RunId}&culture={culture}");
        var verdict = page.Locator(".differences tr", new() { HasText = "exact_match" }).Locator(".verdict");
        (await verdict.InnerTextAsync()).ShouldEndWith(words);
        await page.Locator("#options summary").ClickAsync();
        await page.Locator("input[name=margin]").FillAsync("0,02");
        await page.Locator("#options .primary").ClickAsync();
        (await verdict.InnerTextAsync()).ShouldEndWith(equivalent);
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(culture);
    }

    [Fact]
    public async Task ThreeRuns_AreRanked_AndReordered_AndRemoved()
    {
        await using var session = await PageSession.StartAsync(browser);
        var page = session.Page;
        string[] ids =
        [
            (await EvaluatedRuns.EvaluateAsync(session.Store, "one", 40, i => EvaluatedRuns.Answered(i % 2 == 0))).RunId,
            (await EvaluatedRuns.EvaluateAsync(session.Store, "two", 40, i => EvaluatedRuns.Answered(i % 4 > 0))).RunId,
            (await EvaluatedRuns.EvaluateAsync(session.Store, "three", 40, i => EvaluatedRuns.Answered(i % 8 > 0))).RunId,
        ];
        await session.OpenAsync($"/compare?runs={string.Join(',', ids)}");
        await Assertions.Expect(page.Locator("#ranking ~ .panels .panel").First).ToContainTextAsync("cannot be told from the best");
        await page.GetByLabel("make baseline: three").ClickAsync();
        await page.WaitForURLAsync($"**/compare?runs={ids[2]},{ids[0]},{ids[1]}");
        await Assertions.Expect(page.Locator(".compared-runs tbody tr").First).ToContainTextAsync("★ baseline");
        await page.GetByLabel("remove: one").ClickAsync();
        await page.WaitForURLAsync($"**/compare?runs={ids[2]},{ids[1]}");
        await page.Locator("#add").FillAsync("one");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".compared-runs tbody tr")).ToHaveCountAsync(3);
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task WithoutRows_OneRun_OrAnUnknownOne_ClearWordsAndNoTest()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var session = await PageSession.StartAsync(browser);
        var page = session.Page;
        var bare = await session.Store.Tracking.CreateRunAsync(new NewRun("0", "bare"), cancel);
        var other = await session.Store.Tracking.CreateRunAsync(new NewRun("0", "<i>other</i>"), cancel);
        await session.Store.Tracking.LogBatchAsync(bare.RunId, new RunBatch { Metrics = [new Metric("loss", 0.25, 1)], Params = [new Param("rate", "0.1")] }, cancel);
        await session.Store.Tracking.LogBatchAsync(other.RunId, new RunBatch { Metrics = [new Metric("loss", 0.5, 1)], Params = [new Param("rate", "0.2")] }, cancel);
        await session.OpenAsync($"/compare?runs={bare.RunId},{other.RunId},nobody");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("nobody");
        await Assertions.Expect(page.Locator("#no-test")).ToHaveCountAsync(1);
        (await page.Locator(".logged tbody tr").InnerTextAsync()).ShouldContain("0.5");
        (await page.Locator(".settings tbody tr").InnerTextAsync()).ShouldContain("rate");
        (await page.Locator(".verdict").CountAsync()).ShouldBe(0);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await session.OpenAsync($"/compare?runs={bare.RunId}");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Choose at least one more");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task OnAPhone_InEitherTheme_IsAccessible(ColorScheme scheme)
    {
        await using var session = await PageSession.StartAsync(
            browser, new BrowserNewPageOptions { ColorScheme = scheme, ViewportSize = new() { Width = 390, Height = 800 } });
        var page = session.Page;
        var a = await EvaluatedRuns.EvaluateAsync(session.Store, "one", 40, i => EvaluatedRuns.Answered(i % 2 == 0));
        var b = await EvaluatedRuns.EvaluateAsync(session.Store, "<b>two</b>", 40, i => EvaluatedRuns.Answered(i % 4 > 0));
        await session.OpenAsync($"/compare?runs={a.RunId},{b.RunId}");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        session.Complaints.ShouldBeEmpty();
    }
}
