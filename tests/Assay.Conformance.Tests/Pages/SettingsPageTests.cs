using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>Settings: with and without users.</summary>
public sealed class SettingsPageTests(ChromiumBrowser browser)
{
    private const string Password = "correct horse battery";

    [Theory]
    [InlineData(ColorScheme.Light, 1440, "en")]
    [InlineData(ColorScheme.Dark, 390, "pt-BR")]
    [InlineData(ColorScheme.Light, 390, "fr")]
    public async Task OpenServer_SaysSo_AndIsAccessible(ColorScheme scheme, int width, string culture)
    {
        await using var session = await PageSession.StartAsync(
            browser, new BrowserNewPageOptions { ColorScheme = scheme, Locale = culture, ViewportSize = new() { Width = width, Height = 900 } });
        await session.OpenAsync("/settings");
        (await session.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(culture);
        (await session.Page.Locator("pre").InnerTextAsync()).ShouldContain($"assay users add NAME --store {session.Database}");
        (await session.Page.Locator(".facts").InnerTextAsync()).ShouldContain("SQLite");
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty();
        (await session.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        session.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Admin_AddsAUser_AndATokenIsShownOnce(ColorScheme scheme, int width)
    {
        await using var session = await PageSession.StartAsync(
            browser, new BrowserNewPageOptions { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await SignInAsync(session);
        await session.OpenAsync("/settings");
        var add = session.Page.Locator("form[action='/settings/users']");
        await add.Locator("[name=name]").FillAsync("no good name");
        await add.Locator("[name=password]").FillAsync("a long password");
        await add.Locator("button").ClickAsync();
        await Assertions.Expect(add.GetByRole(AriaRole.Alert)).ToContainTextAsync("A name has 1 to 100 letters");
        (await add.Locator("[name=password]").InputValueAsync()).ShouldBe("a long password", "what was typed is kept");

        await add.Locator("[name=name]").FillAsync("bo");
        await add.Locator("button").ClickAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Rowheader, new() { Name = "bo", Exact = true })).ToBeVisibleAsync();
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty();

        await session.Page.Locator("form[action='/settings/tokens'] [name=name]").FillAsync("<b>nightly</b>");
        await session.Page.Locator("form[action='/settings/tokens'] button").ClickAsync();
        await Assertions.Expect(session.Page.Locator(".made pre")).ToContainTextAsync("assay_");
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty();
        await session.OpenAsync("/settings");
        (await session.Page.Locator(".made").CountAsync()).ShouldBe(0);
        var row = session.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "<b>nightly</b>" });
        await row.Locator("summary").ClickAsync();
        await row.Locator("button").ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        (await session.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);

        // The refused form is the one thing that the browser reports.
        session.Complaints.ShouldAllBe(line => line.Contains("400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Language_ChosenInTheMenu_KeepsThePage()
    {
        await using var session = await PageSession.StartAsync(browser);
        await session.OpenAsync("/experiments?filter=x");
        await session.Page.Locator("#preferences > summary").ClickAsync();
        await session.Page.Locator("#preferences").GetByRole(AriaRole.Link, new() { Name = "Français" }).ClickAsync();
        await Assertions.Expect(session.Page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
        session.Page.Url.ShouldContain("filter=x");
        session.Complaints.ShouldBeEmpty();
    }

    private static async Task SignInAsync(PageSession session)
    {
        await AssayCommand.AddUserAsync(session.Database, "ada", Password, "admin");
        do
        {
            await session.Page.GotoAsync(new Uri(session.Server.Address, "/sign-in").AbsoluteUri);
        }
        while (!session.Page.Url.Contains("/sign-in", StringComparison.Ordinal));
        await session.Page.Locator("#user").FillAsync("ada");
        await session.Page.Locator("#password").FillAsync(Password);
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await session.Page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }
}
