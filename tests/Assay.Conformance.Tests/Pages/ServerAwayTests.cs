using Assay.Tracking;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>A server that goes and comes back under an open page.</summary>
public sealed class ServerAwayTests(ChromiumBrowser browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task Page_SaysThatTheServerIsAway_AndGoesOnWithWhatIsNew()
    {
        await using var session = await PageSession.StartAsync(browser);
        await session.Store.Tracking.CreateRunAsync(new NewRun("0", "before"), TestContext.Current.CancellationToken);
        await session.OpenAsync("/?kept=yes");
        await session.Server.KillAsync();
        await Assertions.Expect(session.Page.GetByText("The server is away.")).ToBeVisibleAsync(Patient);
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Link, new() { Name = "before" }).First).ToBeVisibleAsync();

        await session.Server.StartAsync();
        await session.Store.Tracking.CreateRunAsync(new NewRun("0", "after"), TestContext.Current.CancellationToken);

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Link, new() { Name = "after" }).First).ToBeVisibleAsync(Patient);
        await Assertions.Expect(session.Page.GetByText("The server is away.")).ToBeHiddenAsync();
        session.Page.Url.ShouldEndWith("/?kept=yes");
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
}
