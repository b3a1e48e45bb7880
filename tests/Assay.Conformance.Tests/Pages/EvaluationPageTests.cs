using Assay.Tracking;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>A run's evaluation: from its figures to the rows behind them, and a row opened.</summary>
public sealed class EvaluationPageTests(ChromiumBrowser browser)
{
    private const string Hostile = "<img src=x onerror=alert(1)> </script><script>alert(2)</script>";

    [Fact]
    public async Task FromAFigure_ToItsRows_ToARow_WithTheKeyboard()
    {
        await using var session = await PageSession.StartAsync(browser);
        var page = session.Page;
        var run = await EvaluatedRuns.EvaluateAsync(session.Store, "heron", 60, i => i is 7 or 8 ? null : EvaluatedRuns.Answered(i % 2 == 0));
        await session.OpenAsync($"/runs/{run.RunId}/evaluation");
        await Assertions.Expect(page.Locator("#gates ~ div")).ToContainTextAsync("failed");

        await page.GetByRole(AriaRole.Link, new() { Name = "58 of 60" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#rows tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#rows tbody tr").First).ToContainTextAsync("refused");
        page.Url.ShouldContain("unscored=exact_match");

        await page.Locator("#rows .row-filter").GetByRole(AriaRole.Link, new() { Name = "Clear" }).ClickAsync();
        await Assertions.Expect(page.Locator("#rows tbody tr")).ToHaveCountAsync(50);
        var bin = page.Locator("svg a[aria-label]").Last;
        var label = (await bin.GetAttributeAsync("aria-label"))!;
        await bin.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".ev-chips")).ToContainTextAsync("token_count");
        page.Url.ShouldContain("min.token_count");
        label.ShouldContain(" " + (await page.Locator("#rows .count").InnerTextAsync()).Split(' ')[0] + " row");

        var row = page.Locator("#rows tbody th a").First;
        await row.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".opened ins")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(row).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".opened")).ToHaveCountAsync(0);
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task SortFilterAndPages_StandInTheAddress_AndAnotherPersonSeesTheSame()
    {
        await using var session = await PageSession.StartAsync(browser);
        var page = session.Page;
        var run = await EvaluatedRuns.EvaluateAsync(session.Store, "heron", 120, i => EvaluatedRuns.Answered(i < 60) + (i < 60 ? "" : new string('!', i)));
        await session.OpenAsync($"/runs/{run.RunId}/evaluation");
        await page.Locator("#rows-text").FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#rows .count")).ToHaveTextAsync("60 rows of 120");
        await page.Locator("#rows thead").GetByRole(AriaRole.Link, new() { Name = "token_count" }).ClickAsync();
        await Assertions.Expect(page.Locator("#rows thead th[aria-sort]")).ToContainTextAsync("token_count");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(page.Locator("#rows tbody tr")).ToHaveCountAsync(10);
        var rows = await page.Locator("#rows tbody th").AllInnerTextsAsync();
        var another = await session.OpenAnotherAsync(browser, new Uri(page.Url).PathAndQuery);
        (await another.Locator("#rows tbody th").AllInnerTextsAsync()).ShouldBe(rows);
        await another.Context.CloseAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task WithoutScript_EverythingReads_AndARowHasAPage_WithHostileTextAsText()
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { JavaScriptEnabled = false });
        var page = session.Page;
        var run = await EvaluatedRuns.EvaluateAsync(session.Store, Hostile, 20, i => i == 3 ? Hostile : i == 4 ? "the right answer is this" : EvaluatedRuns.Answered(true));
        await session.OpenAsync($"/runs/{run.RunId}/evaluation?text=onerror");
        await page.Locator("#rows tbody th a").ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldBe(Hostile);
        (await page.Locator("#row-detail").InnerTextAsync()).ShouldContain(Hostile);
        (await page.Locator("img").CountAsync()).ShouldBe(0);
        await session.OpenAsync($"/runs/{run.RunId}/evaluation?text=is+this");
        await page.Locator("#rows tbody th a").ClickAsync();
        (await page.Locator("#row-detail ins").First.InnerTextAsync()).ShouldContain("is this");
    }

    [Theory]
    [InlineData("en", "Gates", "19 of 20")]
    [InlineData("pt-BR", "Critérios", "19 de 20")]
    [InlineData("fr", "Critères", "19 sur 20")]
    public async Task EveryLanguage_OnAPhone_InBothThemes_IsAccessible(string culture, string gates, string scored)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { ViewportSize = new() { Width = 390, Height = 800 } });
        var page = session.Page;
        var run = await EvaluatedRuns.EvaluateAsync(session.Store, "heron", 20, i => i == 5 ? null : EvaluatedRuns.Answered(i % 3 > 0));
        var empty = await session.Store.Tracking.CreateRunAsync(new NewRun("0", "bare"), TestContext.Current.CancellationToken);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await session.OpenAsync($"/runs/{run.RunId}/evaluation?culture={culture}");
            (await page.Locator("#figures").CountAsync()).ShouldBe(1);
            (await page.ContentAsync()).ShouldContain(scored);
            (await page.Locator("#gates").InnerTextAsync()).ShouldStartWith(gates, Case.Insensitive);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
            await page.Locator("#rows tbody th a").First.ClickAsync();
            await Assertions.Expect(page.Locator(".opened")).ToHaveCountAsync(1);
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
            await session.OpenAsync($"/runs/{empty.RunId}/evaluation");
            (await page.Locator(".state code").InnerTextAsync()).ShouldContain($"--tracking-uri {session.Server.Address.GetLeftPart(UriPartial.Authority)}");
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        }

        session.Complaints.ShouldBeEmpty();
    }
}
