using System.Globalization;
using Assay.Reports;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Reports;

public sealed class ReportPageTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Report_WithAHostileRow_ShowsItAndRunsNothing()
    {
        await using var report = await OpenedReport.OpenAsync(browser);
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Open all" }).ClickAsync();
        (await report.Page.Locator("#r61 dd").First.InnerTextAsync()).ShouldStartWith("<script>window.hacked=1;alert('x')</script>");
        (await report.Page.EvaluateAsync<string>("() => typeof window.hacked")).ShouldBe("undefined");
        (await report.Page.Locator("img, iframe, script:not([type=module])").CountAsync()).ShouldBe(0);
        report.Complaints.ShouldBeEmpty();
        report.Requests.Count.ShouldBe(1, "nothing but the file itself is asked for");
    }

    [Fact]
    public async Task Header_Pressed_SortsUpThenDownThenAsItWas()
    {
        await using var report = await OpenedReport.OpenAsync(browser);
        var header = report.Page.Locator("th[data-scorer=toxicity]");
        var before = await report.ScoresAsync("toxicity");
        await header.GetByRole(AriaRole.Button).ClickAsync();
        (await header.GetAttributeAsync("aria-sort")).ShouldBe("ascending");
        var up = Values(await report.ScoresAsync("toxicity"));
        up.ShouldBe(up.Order());
        await header.GetByRole(AriaRole.Button).ClickAsync();
        (await header.GetAttributeAsync("aria-sort")).ShouldBe("descending");
        var down = await report.ScoresAsync("toxicity");
        Values(down).ShouldBe(up.AsEnumerable().Reverse());
        down[^1].ShouldBe("–", "rows without a score come last, either way");
        await header.GetByRole(AriaRole.Button).ClickAsync();
        (await report.ScoresAsync("toxicity")).ShouldBe(before);
    }

    [Fact]
    public async Task Filter_ByTextStatusAndScore_ShowsWhatMatchesAndSaysHowMany()
    {
        await using var report = await OpenedReport.OpenAsync(browser);
        var page = report.Page;
        await page.GetByLabel("Rows that hold").FillAsync("TOPIC 3");
        await Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync("9 of 61 rows shown");
        (await report.ShownLines.CountAsync()).ShouldBe(9);
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync("61 of 61 rows shown");
        await page.GetByLabel("Status").SelectOptionAsync("failed");
        await Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync("1 of 61 rows shown");
        await page.GetByLabel("Status").SelectOptionAsync("");
        await page.Locator("#by").SelectOptionAsync("toxicity");
        await page.GetByLabel("at least").FillAsync("0.15");
        await page.GetByLabel("at most").FillAsync("0.2");
        await Assertions.Expect(page.Locator("#shown")).Not.ToHaveTextAsync("1 of 61 rows shown");
        Values(await report.ScoresAsync("toxicity")).ShouldAllBe(v => v >= 0.15 && v <= 0.2);
        report.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reason_Followed_ShowsTheRowsThatMissTheScore()
    {
        await using var report = await OpenedReport.OpenAsync(browser);
        await report.Page.GetByRole(AriaRole.Link, new() { Name = "toxicity" }).First.ClickAsync();
        await Assertions.Expect(report.Page.Locator("#shown")).ToHaveTextAsync("4 of 61 rows shown");
        (await report.ScoresAsync("toxicity")).ShouldAllBe(text => text == "–");
    }

    [Fact]
    public async Task Row_ByKeyboard_OpensAndCloses()
    {
        await using var report = await OpenedReport.OpenAsync(browser);
        var button = report.Page.GetByRole(AriaRole.Button, new() { Name = "Details of row 2", Exact = true });
        await report.Page.Locator("th[data-scorer=flesch_kincaid_grade_level] button").FocusAsync();
        await report.Page.Keyboard.PressAsync("Tab");
        await report.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(button).ToBeFocusedAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        (await button.GetAttributeAsync("aria-expanded")).ShouldBe("true");
        await Assertions.Expect(report.Page.Locator("#r2")).ToBeVisibleAsync();
        (await report.Page.Locator("#r2 ins").AllInnerTextsAsync()).ShouldContain("surely");
        await report.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(report.Page.Locator("#r2")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Report_WithoutScript_ShowsEveryRowOpen()
    {
        await using var report = await OpenedReport.OpenAsync(browser, options: new() { JavaScriptEnabled = false });
        await Assertions.Expect(report.Page.Locator("#r2")).ToBeVisibleAsync();
        await Assertions.Expect(report.Page.Locator("#filter")).ToBeHiddenAsync();
        await Assertions.Expect(report.Page.Locator("#theme")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Theme_FollowsTheSystemAndTheReader()
    {
        await using var report = await OpenedReport.OpenAsync(browser, options: new() { ColorScheme = ColorScheme.Dark });
        (await GroundAsync(report)).ShouldBe("rgb(21, 24, 27)");
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Light or dark" }).ClickAsync();
        (await GroundAsync(report)).ShouldBe("rgb(255, 255, 255)");
    }

    [Fact]
    public async Task Report_OnPaper_IsLightAndHidesNothingBehindAScrollBar()
    {
        await using var report = await OpenedReport.OpenAsync(browser, options: new() { ColorScheme = ColorScheme.Dark });
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await GroundAsync(report)).ShouldBe("rgb(255, 255, 255)");
        await Assertions.Expect(report.Page.Locator("#filter")).ToBeHiddenAsync();
        (await report.Page.Locator(".grid").EvaluateAsync<string>("e => getComputedStyle(e).overflow")).ShouldBe("visible");
        (await report.Page.Locator("details table").First.EvaluateAsync<double>("e => e.getBoundingClientRect().height")).ShouldBeGreaterThan(0);
        (await report.Page.PdfAsync()).Length.ShouldBeGreaterThan(10_000);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, ReportLanguage.En)]
    [InlineData(ColorScheme.Dark, 1280, ReportLanguage.Pt)]
    [InlineData(ColorScheme.Light, 390, ReportLanguage.Fr)]
    public async Task Report_WithRowsOpenAndClosed_HasNoAccessibilityViolation(ColorScheme scheme, int width, ReportLanguage language)
    {
        await using var report = await OpenedReport.OpenAsync(browser, language, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        (await Axe.ViolationsAsync(report.Page)).ShouldBeEmpty();
        await report.Page.Locator("#open").ClickAsync();
        (await Axe.ViolationsAsync(report.Page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_OnAPhone_DoesNotScrollSideways()
    {
        await using var report = await OpenedReport.OpenAsync(browser, options: new() { ViewportSize = new() { Width = 390, Height = 800 } });
        (await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(390);
    }

    private static Task<string> GroundAsync(OpenedReport report) => report.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

    private static double[] Values(IEnumerable<string> texts) => [.. texts.Where(t => t != "–").Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
}
