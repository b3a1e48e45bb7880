using Assay.Tracking;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>What every page has: languages, themes, the policy that nothing breaks.</summary>
public sealed class FramePageTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Language_IsTheBrowsers_AndAnotherWhenChosen_AndStays()
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { Locale = "pt-BR" });
        await session.OpenAsync("/");
        (await session.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("pt-BR");
        await session.OpenAsync("/?culture=fr");
        (await session.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("fr");
        await session.OpenAsync("/experiments");
        (await session.Page.Locator("h1").InnerTextAsync()).ShouldBe("Expériences");
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Home_IsAccessible_EmptyAndNot(ColorScheme scheme)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { ColorScheme = scheme });
        await session.OpenAsync("/");
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty();
        await session.Store.Tracking.CreateRunAsync(new NewRun("0", "<b>first</b>"), TestContext.Current.CancellationToken);
        await session.OpenAsync("/");
        (await session.Page.GetByRole(AriaRole.Link, new() { Name = "<b>first</b>" }).CountAsync()).ShouldBe(1);
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty();
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    [InlineData("fr")]
    public async Task Bar_OnAPhone_FitsInEachLanguage(string language)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { ViewportSize = new() { Width = 390, Height = 844 } });
        await session.OpenAsync($"/?culture={language}");
        (await session.Page.EvaluateAsync<bool>("document.querySelector('.bar').scrollWidth <= innerWidth && [...document.querySelectorAll('.bar a')].every(link => link.getClientRects().length === 1)")).ShouldBeTrue();
        await session.Page.Locator(".bar a[href='/compare']").ClickAsync();
        await Assertions.Expect(session.Page.Locator(".bar nav [aria-current]")).ToHaveAttributeAsync("href", "/compare");
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Theme_Chosen_Stays()
    {
        await using var session = await PageSession.StartAsync(browser);
        await session.OpenAsync("/experiments");
        await session.Page.Locator(".menu summary").ClickAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await Assertions.Expect(session.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        session.Page.Url.ShouldEndWith("/experiments");
        session.Complaints.ShouldBeEmpty();
    }
}
