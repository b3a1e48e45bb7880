using Assay.Tracking;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>The experiments' pages for every reader: languages, themes, phones, without script, with hostile names.</summary>
public sealed class ExperimentReadersTests(ChromiumBrowser browser)
{
    private const string Hostile = "<script>alert('x')</script> \"q\" \u202E evil {{7*7}}";

    [Theory]
    [InlineData("en", "Columns…", "2 runs")]
    [InlineData("pt-BR", "Colunas…", "2 execuções")]
    [InlineData("fr", "Colonnes…", "2 exécutions")]
    public async Task Page_SpeaksTheReadersLanguage(string language, string columns, string count)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { Locale = language });
        await ExperimentRuns.LogAsync(session, "a", 0.25, "small");
        await ExperimentRuns.LogAsync(session, "b", 0.5, "large");
        await session.OpenAsync("/experiments/0");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Link, new() { Name = columns })).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.GetByText(count, new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.GetByText(language == "en" ? "0.250" : "0,250")).ToBeVisibleAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_AreAccessible_AndNamesAreText(ColorScheme scheme)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { ColorScheme = scheme });
        var experiment = await session.Store.Tracking.CreateExperimentAsync(
            new NewExperiment(Hostile, Tags: [new Tag("mlflow.note.content", "<img src=x onerror=alert(1)>")]), TestContext.Current.CancellationToken);
        await ExperimentRuns.LogAsync(session, Hostile, 0.2, "=1+1 <b>", experiment.ExperimentId);
        await ExperimentRuns.LogAsync(session, "plain", 0.4, "small", experiment.ExperimentId);
        var path = $"/experiments/{experiment.ExperimentId}";
        foreach (var address in new[] { "/experiments", path, path + "?group=model&filter=metrics.accuracy+%3E+0", path + "?filter=%3Cscript%3E", path + "/columns", path + "/edit?do=describe" })
        {
            await session.OpenAsync(address);
            (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty(address);
        }

        await session.OpenAsync(path);
        await Assertions.Expect(session.Page.Locator("h1")).ToHaveTextAsync(Hostile);
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Columns…" }).ClickAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty("the dialog");
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Phone_ShowsTheTable_WithoutMovingThePageSideways()
    {
        await using var session = await PageSession.StartAsync(
            browser, new BrowserNewPageOptions { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        await ExperimentRuns.LogAsync(session, "heron-with-a-rather-long-name-of-its-own", 0.2, "small");
        foreach (var path in new[] { "/experiments", "/experiments/0", "/experiments/0/columns" })
        {
            await session.OpenAsync(path);
            (await session.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
        }

        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task WithoutScript_EverythingWorks()
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { JavaScriptEnabled = false });
        await ExperimentRuns.LogAsync(session, "heron-1", 0.2, "small");
        await ExperimentRuns.LogAsync(session, "heron-2", 0.8, "large");
        var page = session.Page;
        await session.OpenAsync("/experiments/0");
        await page.GetByLabel("Filter the runs").FillAsync("metrics.accuracy > 0.5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page.Locator("a.run")).ToHaveTextAsync(["heron-2"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "Columns…" }).ClickAsync();
        await page.GetByLabel("Run id").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show these columns" }).ClickAsync();
        page.Url.ShouldContain("run_id");
        await Assertions.Expect(page.Locator("a.run")).ToHaveTextAsync(["heron-2"]);
        await page.GetByLabel("Select heron-2").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Archive" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Archive" }).ClickAsync();
        await Assertions.Expect(page.Locator("a.run")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator("a.run")).ToHaveTextAsync(["heron-2"]);
        session.Complaints.ShouldBeEmpty();
    }
}
