using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>Pages on a phone and on a tablet: what one came for is seen without moving anything sideways.</summary>
public sealed class NarrowPageTests(ChromiumBrowser browser)
{
    private const string TooWide = "document.scrollingElement.scrollWidth > innerWidth";

    // What can be clicked in the bar: how high the lowest is, how wide the narrowest, and where the last ends.
    private const string Bar = """
        () => {
          const places = [...document.querySelectorAll('.bar a, .bar summary')].map(part => part.getBoundingClientRect());
          return [Math.min(...places.map(place => place.height)), Math.min(...places.map(place => place.width)), Math.max(...places.map(place => place.right))];
        }
        """;

    // Parts of a table that lie beyond the edge of the screen, or hide something that can be scrolled to.
    private const string Hidden = """
        part => [...part.querySelectorAll('th, td, svg')].filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 0.5)
          .concat([...part.querySelectorAll('.table-scroll')].filter(each => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1))
          .map(each => each.outerHTML.slice(0, 200))
        """;

    [Theory]
    [InlineData("en", 390)]
    [InlineData("pt-BR", 390)]
    [InlineData("fr", 390)]
    [InlineData("fr", 768)]
    public async Task EveryPage_SignedIn_IsNoWiderThanTheScreen(string language, int width)
    {
        await using var session = await PageSession.StartAsync(browser, Phone(language, width: width));
        var one = await EvaluatedRuns.EvaluateAsync(session.Store, "one", 30, i => i == 5 ? null : EvaluatedRuns.Answered(i % 2 == 0));
        var two = await EvaluatedRuns.EvaluateAsync(session.Store, new string('n', 120), 30, i => EvaluatedRuns.Answered(i % 3 > 0));
        var run = await RunSamples.LogAsync(session.Store, "three with a name of a few words", 0.5);
        await session.SignInAsync("maximiliana-von-hohenfels", "admin");
        string[] paths =
        [
            "/", "/experiments", "/experiments/0", "/experiments/0/columns", $"/runs/{one.RunId}", $"/runs/{one.RunId}/evaluation", $"/runs/{run.RunId}",
            $"/runs/{run.RunId}/metrics", $"/runs/{run.RunId}/artifacts", $"/runs/{run.RunId}/artifacts?path=folder/table.csv", "/compare",
            $"/compare?runs={one.RunId},{two.RunId},{run.RunId}", "/settings", "/runs/none",
        ];
        foreach (var path in paths)
        {
            await session.Page.GotoAsync(new Uri(session.Server.Address, path).AbsoluteUri);
            await session.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(part => part.open = true)");
            (await session.Page.EvaluateAsync<bool>(TooWide)).ShouldBeFalse(path);
            var bar = await session.Page.EvaluateAsync<double[]>(Bar);
            bar[0].ShouldBeGreaterThanOrEqualTo(44, path);
            bar[1].ShouldBeGreaterThanOrEqualTo(44, path);
            bar[2].ShouldBeLessThanOrEqualTo(width, path);
        }

        await session.Page.Locator("#user > summary").ClickAsync();
        await Assertions.Expect(session.Page.Locator("#user button")).ToBeInViewportAsync(new() { Ratio = 1 });
        (await session.Page.EvaluateAsync<bool>(TooWide)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    [InlineData("fr")]
    public async Task ListOfExperiments_HidesNothingBeyondTheEdge(string language)
    {
        await using var session = await PageSession.StartAsync(browser, Phone(language));
        await RunSamples.LogAsync(session.Store, "one", 0.5);
        await session.OpenAsync("/experiments");
        (await session.Page.Locator("#experiments").EvaluateAsync<string[]>(Hidden)).ShouldBeEmpty();
        (await session.Page.Locator("#experiments .acts a").CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task ExperimentTable_ShowsNameStatusAndFirstFigure_AndSortsByWhatHasNoColumn()
    {
        await using var session = await PageSession.StartAsync(browser, Phone("en"));
        await ExperimentRuns.LogAsync(session, "heron with a rather long name of its own", 0.25, "a model with a rather long name of its own");
        await ExperimentRuns.LogAsync(session, "second", 0.5, "large");
        await session.OpenAsync("/experiments/0");
        var line = session.Page.Locator(".runs tbody tr").Filter(new() { HasText = "heron" });
        await Assertions.Expect(line.Locator(".run")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(line.Locator(".metric").First).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(line.Locator(".below")).ToContainTextAsync("finished");
        await Assertions.Expect(session.Page.Locator("td:has-text('finished'):visible")).ToHaveCountAsync(0);
        await session.Page.Locator(".runs thead .below").GetByRole(AriaRole.Link, new() { Name = "Started" }).ClickAsync();
        await Assertions.Expect(session.Page.Locator("a.run").First).ToHaveTextAsync("second");
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty();

        await session.OpenAsync("/experiments/0?cols=status,params.model");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Status" })).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.Locator(".below")).ToHaveCountAsync(0);
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("fr", ColorScheme.Dark)]
    public async Task Comparison_IsReadWithoutScrolling_AndItsTablesAreTables(string language, ColorScheme scheme)
    {
        await using var session = await PageSession.StartAsync(browser, Phone(language, scheme));
        var page = session.Page;
        var a = await EvaluatedRuns.EvaluateAsync(session.Store, "one", 40, i => EvaluatedRuns.Answered(i % 2 == 0));
        var b = await EvaluatedRuns.EvaluateAsync(session.Store, "two", 40, i => EvaluatedRuns.Answered(i % 4 > 0));
        await session.OpenAsync($"/compare?runs={a.RunId},{b.RunId}");
        (await page.Locator("main").EvaluateAsync<string[]>(Hidden)).ShouldBeEmpty();
        var line = page.Locator(".differences").GetByRole(AriaRole.Row).Filter(new() { HasText = "exact_match" }).First;
        await Assertions.Expect(line.Locator(".verdict")).ToBeVisibleAsync();
        await Assertions.Expect(line.Locator(".cell-label").Filter(new() { HasText = "two" })).ToBeVisibleAsync();
        var answers = page.Locator(".changed .row-table").First.GetByRole(AriaRole.Row).First.Locator(".t");
        (await answers.CountAsync()).ShouldBe(3, "the question and both answers");
        await Assertions.Expect(answers.Nth(2)).ToContainTextAsync("two");
        (await page.Locator("svg:visible").CountAsync()).ShouldBeGreaterThan(1);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_ShowAnswerAndScores_AreSorted_AndOpened()
    {
        await using var session = await PageSession.StartAsync(browser, Phone("en"));
        var page = session.Page;
        var run = await EvaluatedRuns.EvaluateAsync(session.Store, "heron", 20, i => i == 5 ? null : EvaluatedRuns.Answered(i % 3 > 0));
        await session.OpenAsync($"/runs/{run.RunId}/evaluation");
        (await page.Locator("main").EvaluateAsync<string[]>(Hidden)).ShouldBeEmpty();
        await page.Locator("#rows thead").GetByRole(AriaRole.Link, new() { Name = "exact_match" }).ClickAsync();
        await Assertions.Expect(page.Locator("#rows thead [aria-sort]")).ToContainTextAsync("exact_match");
        var first = page.Locator("#rows tbody").GetByRole(AriaRole.Row).First;
        await Assertions.Expect(first.GetByRole(AriaRole.Cell)).Not.ToHaveCountAsync(0);
        await Assertions.Expect(first.Locator(".cell-label").Filter(new() { HasText = "exact_match" })).ToBeVisibleAsync();
        await first.Locator("a[data-opens]").ClickAsync();
        await Assertions.Expect(page.Locator(".opened .row-detail")).ToBeVisibleAsync();
        (await page.Locator("#rows").EvaluateAsync<string[]>(Hidden)).ShouldBeEmpty();
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_ShowsFiguresAndItsWorstRows_WithoutScrolling()
    {
        await using var session = await PageSession.StartAsync(browser, Phone("fr"));
        var run = await EvaluatedRuns.EvaluateAsync(session.Store, "heron", 20, i => EvaluatedRuns.Answered(i % 3 > 0));
        await EvaluatedRuns.EvaluateAsync(session.Store, "other", 20, i => EvaluatedRuns.Answered(i % 2 > 0));
        foreach (var path in new[] { "", "/metrics" })
        {
            await session.OpenAsync($"/runs/{run.RunId}{path}");
            (await session.Page.Locator(".stack:visible").CountAsync()).ShouldBeGreaterThan(0, path);
            (await session.Page.Locator("main").EvaluateAsync<string[]>(Hidden)).ShouldBeEmpty(path);
            (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty(path);
        }

        session.Complaints.ShouldBeEmpty();
    }

    private static BrowserNewPageOptions Phone(string language, ColorScheme scheme = ColorScheme.Light, int width = 390) => new()
    {
        Locale = language, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 }, HasTouch = true, IsMobile = true,
    };
}
