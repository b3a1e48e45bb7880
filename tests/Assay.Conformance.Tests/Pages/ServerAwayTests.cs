using Assay.Tracking;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>A server that goes and comes back under an open page.</summary>
public sealed class ServerAwayTests(ChromiumBrowser browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/?kept=yes")]
    [InlineData("/experiments/0?flat=1")]
    [InlineData("/runs/RUN?kept=yes")]
    public async Task Page_SaysThatTheServerIsAway_AndGoesOnWithWhatIsNew(string path)
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await session.Store.Tracking.CreateRunAsync(new NewRun("0", "before"), Cancel);
        path = path.Replace("RUN", run.RunId, StringComparison.Ordinal);
        await session.OpenAsync(path);
        await session.Server.KillAsync();
        await Assertions.Expect(session.Page.GetByText("The server is away.")).ToBeVisibleAsync(Patient);
        await Assertions.Expect(session.Page.GetByText("before", new() { Exact = true }).First).ToBeVisibleAsync();

        await session.Server.StartAsync();
        await LogAsync(session, run.RunId, "after");

        await Assertions.Expect(session.Page.GetByText("after", new() { Exact = true }).First).ToBeVisibleAsync(Patient);
        await Assertions.Expect(session.Page.GetByText("The server is away.")).ToBeHiddenAsync();
        new Uri(session.Page.Url).PathAndQuery.ShouldStartWith(path);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/experiments/0")]
    [InlineData("/runs/RUN")]
    public async Task Page_InTwoBrowsers_ShowsWhatIsNewInBoth(string path)
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await session.Store.Tracking.CreateRunAsync(new NewRun("0", "before"), Cancel);
        path = path.Replace("RUN", run.RunId, StringComparison.Ordinal);
        await session.OpenAsync(path);
        var other = await session.OpenAnotherAsync(browser, path);

        await LogAsync(session, run.RunId, "after");

        await Assertions.Expect(session.Page.GetByText("after", new() { Exact = true }).First).ToBeVisibleAsync(Patient);
        await Assertions.Expect(other.GetByText("after", new() { Exact = true }).First).ToBeVisibleAsync(Patient);
        await other.Context.CloseAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Form_SentWhileTheServerIsAway_KeepsWhatWasTyped_AndCanBeSentAgain()
    {
        await using var session = await PageSession.StartAsync(browser);
        await session.OpenAsync("/settings");
        await session.Server.KillAsync();
        var dark = session.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Dark" });
        await dark.ClickAsync();
        await Assertions.Expect(session.Page.GetByText("The server is away.")).ToBeVisibleAsync(Patient);

        await session.Server.StartAsync();
        await dark.ClickAsync();

        await Assertions.Expect(session.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark", new() { Timeout = 30_000 });
    }

    /// <summary>Something new of a name, for every page: another run, and a metric of the run that is there.</summary>
    private static async Task LogAsync(PageSession session, string runId, string name)
    {
        await session.Store.Tracking.CreateRunAsync(new NewRun("0", name), Cancel);
        await session.Store.Tracking.LogBatchAsync(runId, new RunBatch { Metrics = [new Metric(name, 0.5, 1)] }, Cancel);
    }
}
