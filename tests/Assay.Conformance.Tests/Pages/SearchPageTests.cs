using Assay.Tracking;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>Finding runs and experiments from the bar of every page.</summary>
public sealed class SearchPageTests(ChromiumBrowser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Slash_LeadsToTheBox_AndEnterToWhatIsFound()
    {
        await using var session = await PageSession.StartAsync(browser);
        await LogAsync(session);
        await session.OpenAsync("/settings");
        await session.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(session.Page.Locator("#bar-search")).ToBeFocusedAsync();
        await session.Page.Keyboard.TypeAsync("HERON");
        await session.Page.Keyboard.PressAsync("Enter");
        await session.Page.WaitForURLAsync("**/search?q=HERON");
        await Assertions.Expect(session.Page.Locator("#found tbody th a")).ToHaveTextAsync(["heron-2", "heron-1"]);
        await Assertions.Expect(session.Page.Locator(".found a")).ToHaveTextAsync(["herons of the lake"]);

        // What is typed somewhere is typed there.
        await session.Page.Locator("#search").FillAsync("a");
        await session.Page.Locator("#search").PressAsync("End");
        await session.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(session.Page.Locator("#search")).ToHaveValueAsync("a/");
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "No run and no experiment")]
    [InlineData("pt-BR", "Nenhuma execução")]
    [InlineData("fr", "Aucune exécution")]
    public async Task WithoutScript_OnAPhone_SearchesToo(string culture, string none)
    {
        await using var session = await PageSession.StartAsync(
            browser, new BrowserNewPageOptions { JavaScriptEnabled = false, Locale = culture, HasTouch = true, ViewportSize = new() { Width = 390, Height = 844 } });
        await LogAsync(session);
        await session.OpenAsync("/");
        await session.Page.Locator(".find-link").ClickAsync();
        await session.Page.Locator("#search").FillAsync("no such thing");
        await session.Page.Locator("main .find-all button").ClickAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "no such thing" })).ToContainTextAsync(none);
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task IsAccessible_AndFits(ColorScheme scheme, int width)
    {
        await using var session = await PageSession.StartAsync(
            browser, new BrowserNewPageOptions { ColorScheme = scheme, HasTouch = width < 500, Locale = "fr", ViewportSize = new() { Width = width, Height = 900 } });
        await LogAsync(session);
        foreach (var path in (string[])["/search", "/search?q=heron", "/search?q=nothing-of-it", "/experiments"])
        {
            await session.OpenAsync(path);
            (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty(path);
            (await session.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
        }

        session.Complaints.ShouldBeEmpty();
    }

    private static async Task LogAsync(PageSession session)
    {
        await session.Store.Tracking.CreateExperimentAsync(new NewExperiment("herons of the lake"), Cancel);
        await session.Store.Tracking.CreateRunAsync(new NewRun("0", "heron-1") { StartTime = 1_000 }, Cancel);
        await session.Store.Tracking.CreateRunAsync(new NewRun("0", "heron-2") { StartTime = 2_000 }, Cancel);
        await session.Store.Tracking.CreateRunAsync(new NewRun("0", "otter") { StartTime = 3_000 }, Cancel);
    }
}
