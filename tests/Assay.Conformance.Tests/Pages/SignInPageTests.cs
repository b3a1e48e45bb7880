using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>Signing in and out in a browser.</summary>
public sealed class SignInPageTests(ChromiumBrowser browser)
{
    private const string Password = "correct horse battery";

    [Theory]
    [InlineData("en", "Name and password do not match.")]
    [InlineData("pt-BR", "Nome e senha não conferem.")]
    [InlineData("fr", "Le nom et le mot de passe ne correspondent pas.")]
    public async Task ByKeyboardAlone_ThereAndBack(string culture, string wrong)
    {
        await using var session = await StartAsync(new BrowserNewPageOptions { Locale = culture });
        await session.Page.GotoAsync(new Uri(session.Server.Address, "/experiments").AbsoluteUri);
        session.Page.Url.ShouldContain("/sign-in?return=%2Fexperiments");
        await session.Page.Keyboard.TypeAsync("ada");
        await session.Page.Keyboard.PressAsync("Tab");
        await session.Page.Keyboard.TypeAsync("not this one");
        await session.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(wrong);
        (await session.Page.Locator("#user").InputValueAsync()).ShouldBe("ada");
        await session.Page.Keyboard.TypeAsync(Password);
        await session.Page.Keyboard.PressAsync("Enter");
        await session.Page.WaitForURLAsync("**/experiments");

        await session.Page.Locator("#user > summary").FocusAsync();
        await session.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(session.Page.Locator("#user")).ToHaveAttributeAsync("open", "");
        await session.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(session.Page.Locator("#user")).Not.ToHaveAttributeAsync("open", "");
        await Assertions.Expect(session.Page.Locator("#user > summary")).ToBeFocusedAsync();
        await session.Page.Keyboard.PressAsync("Enter");
        await session.Page.Locator("#user button").FocusAsync();
        await session.Page.Keyboard.PressAsync("Enter");
        await session.Page.WaitForURLAsync("**/sign-in");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task IsAccessible_AndFitsAPhone(ColorScheme scheme, int width)
    {
        await using var session = await StartAsync(
            new BrowserNewPageOptions { ColorScheme = scheme, HasTouch = width < 500, ViewportSize = new() { Width = width, Height = 800 } });
        await session.OpenAsync("/sign-in");
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty();
        await SignInAsync(session.Page);
        (await Axe.ViolationsAsync(session.Page)).ShouldBeEmpty();
        (await session.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task WithoutScript_Works()
    {
        await using var session = await StartAsync(new BrowserNewPageOptions { JavaScriptEnabled = false });
        await session.OpenAsync("/sign-in?return=/experiments");
        await SignInAsync(session.Page);
        session.Page.Url.ShouldEndWith("/experiments");
        await session.Page.Locator("#user > summary").ClickAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await session.Page.WaitForURLAsync("**/sign-in");
    }

    [Fact]
    public async Task SessionThatEndsUnderAForm_KeepsWhatWasTyped_UntilOneHasSignedInElsewhere()
    {
        await using var session = await StartAsync(new BrowserNewPageOptions());
        await SignInAsync(session.Page);
        await session.OpenAsync("/experiments");
        await session.Page.Locator("#new-name").FillAsync("typed with care");
        await session.Page.Context.ClearCookiesAsync(new() { Name = "assay_session" });
        await session.Page.Locator("form.create button").ClickAsync();
        await Assertions.Expect(session.Page.Locator("form.create").GetByRole(AriaRole.Alert)).ToContainTextAsync("You are signed out.");
        (await session.Page.Locator("#new-name").InputValueAsync()).ShouldBe("typed with care");

        var elsewhere = await session.Page.Context.RunAndWaitForPageAsync(() => session.Page.EvaluateAsync("() => { open('/sign-in'); }"));
        await SignInAsync(elsewhere);
        await session.Page.Locator("form.create button").ClickAsync();

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "typed with care" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Settings_TellThisBrowserFromOthers()
    {
        await using var session = await StartAsync(new BrowserNewPageOptions());
        await SignInAsync(session.Page);
        var other = await session.OpenAnotherAsync(browser, "/sign-in");
        await SignInAsync(other);
        await session.OpenAsync("/settings");

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Signed in:" })).ToHaveCountAsync(2);
        var here = session.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "this browser" });
        await Assertions.Expect(here).ToHaveCountAsync(1);
        await here.Locator("summary").ClickAsync();
        await here.Locator("button").ClickAsync();

        await session.Page.WaitForURLAsync("**/sign-in");
        await other.ReloadAsync();
        other.Url.ShouldNotContain("/sign-in");
        await other.Context.CloseAsync();
    }

    private async Task<PageSession> StartAsync(BrowserNewPageOptions options)
    {
        var session = await PageSession.StartAsync(browser, options);
        await AssayCommand.AddUserAsync(session.Database, "ada", Password, "admin");

        // A running server notices its first user within a second.
        await session.Page.GotoAsync(new Uri(session.Server.Address, "/sign-in").AbsoluteUri);
        while (!session.Page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            await session.Page.GotoAsync(new Uri(session.Server.Address, "/sign-in").AbsoluteUri);
        }

        return session;
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.Locator("#user").FillAsync("ada");
        await page.Locator("#password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Sign in|Entrar|Se connecter)$") }).ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }
}
