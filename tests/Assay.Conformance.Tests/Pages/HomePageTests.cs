using Assay.Tracking;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>Home: what is new, what is wrong, how to begin.</summary>
public sealed class HomePageTests(ChromiumBrowser browser)
{
    private const string Data = "question,answer,truth\nq1,a,a\nq2,b,c\nq3,b,c\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Empty_IsHowToBegin_WithThisServersAddress()
    {
        await using var session = await PageSession.StartAsync(browser);
        await session.OpenAsync("/");
        var lines = await session.Page.Locator("pre").AllInnerTextsAsync();
        lines.Count.ShouldBe(3);
        lines.ShouldAllBe(text => text.Contains(session.Server.Address.ToString().TrimEnd('/'), StringComparison.Ordinal));
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task CommandLine_WorksAsItStands()
    {
        await using var session = await PageSession.StartAsync(browser);
        await session.OpenAsync("/");
        var line = (await session.Page.Locator("pre").Last.InnerTextAsync()).Trim();
        line.ShouldStartWith("assay evaluate ");
        string[] arguments = line.Split([' ', '\\', '\n'], StringSplitOptions.RemoveEmptyEntries);
        (await AssayCommand.RunAsync(null, arguments[1..])).ShouldBe(0);
        await Assertions.Expect(session.Page.Locator("tbody")).ToContainTextAsync("perplexity", new() { Timeout = 20_000 });
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task NewRun_AppearsByItself()
    {
        await using var session = await PageSession.StartAsync(browser);
        await session.OpenAsync("/");
        var run = await session.Store.Tracking.CreateRunAsync(new NewRun("0", "appears"), Cancel);
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "Running now" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await session.Store.Tracking.UpdateRunAsync(run.RunId, new RunUpdate { Status = RunStatus.Finished }, Cancel);
        await Assertions.Expect(session.Page.Locator(".status-finished")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Needs a look", "Gate failed:")]
    [InlineData("pt-BR", "Precisa de atenção", "Critério não cumprido:")]
    [InlineData("fr", "À examiner", "Critère non respecté\u00A0:")]
    public async Task FailedGate_IsTold_InEveryLanguage(string culture, string heading, string gate)
    {
        await using var session = await PageSession.StartAsync(browser);
        await EvaluateAsync(session);
        await session.OpenAsync($"/?culture={culture}");
        (await session.Page.GetByRole(AriaRole.Heading, new() { Name = heading }).CountAsync()).ShouldBe(1);
        var trouble = await session.Page.Locator(".troubled").InnerTextAsync();
        trouble.ShouldContain(gate);
        trouble.ShouldContain("exact_match/v1 > 0.9");
        (await session.Page.Locator("tbody tr").First.InnerTextAsync()).ShouldContain("exact_match/v1");
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task WithTrouble_IsAccessible_AndFitsAPhone(ColorScheme scheme, int width)
    {
        await using var session = await PageSession.StartAsync(
            browser, new BrowserNewPageOptions { ColorScheme = scheme, HasTouch = width < 500, ViewportSize = new() { Width = width, Height = 900 } });
        await EvaluateAsync(session);
        await session.OpenAsync("/");
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty();
        (await session.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#/experiments/0", "/experiments/0")]
    [InlineData("#/experiments/0/runs/{run}", "/runs/{run}")]
    [InlineData("#/experiments/0/runs/{run}/artifacts", "/runs/{run}")]
    [InlineData("#/experiments/0/evaluation-runs?selectedRunUuid={run}", "/runs/{run}")]
    [InlineData("#/compare-runs?runs=%5B%22{run}%22%2C%22b%22%5D&experiments=%5B%220%22%5D", "/compare?runs={run},b")]
    [InlineData("#/models/m/versions/1", "/")]
    [InlineData("#/experiments/..%2f..%2f/runs/x", "/")]
    [InlineData("#//evil.example/", "/")]
    public async Task MlflowLink_LeadsToOurPage(string link, string path)
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await session.Store.Tracking.CreateRunAsync(new NewRun("0", "linked"), Cancel);
        await session.Page.GotoAsync(new Uri(session.Server.Address, "/" + link.Replace("{run}", run.RunId, StringComparison.Ordinal)).AbsoluteUri);

        // A table adds its columns to its address.
        var expected = new Uri(session.Server.Address, path.Replace("{run}", run.RunId, StringComparison.Ordinal)).AbsoluteUri;
        await session.Page.WaitForURLAsync(url => url == expected || url.StartsWith(expected + "?cols=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutScript_ReadsAndSaysWhereLinksLead()
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { JavaScriptEnabled = false });
        await session.Store.Tracking.CreateRunAsync(new NewRun("0", "plain"), Cancel);
        await session.OpenAsync("/#/experiments/0");
        (await session.Page.Locator("noscript").InnerTextAsync()).ShouldContain("/experiments/ID");
        (await session.Page.GetByRole(AriaRole.Link, new() { Name = "plain", Exact = true }).CountAsync()).ShouldBe(1);
        (await session.Page.Locator("[data-copy]:visible").CountAsync()).ShouldBe(0, "what needs script is not shown");
    }

    /// <summary>An evaluation of three recorded answers, of which one is right, with a gate that does not hold.</summary>
    private static async Task EvaluateAsync(PageSession session)
    {
        using var folder = new Assay.Tests.TemporaryFolder();
        await File.WriteAllTextAsync(folder["answers.csv"], Data, Cancel);
        (await AssayCommand.RunAsync(
            null, "evaluate", "--data", folder["answers.csv"], "--predictions", "answer", "--reference", "truth", "--input", "question",
            "--scorer", "exact_match", "--gate", "exact_match/v1 > 0.9", "--tracking-uri", session.Server.Address.ToString())).ShouldBe(1);
    }
}
