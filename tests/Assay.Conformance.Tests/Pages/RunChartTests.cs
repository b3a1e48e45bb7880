using Assay.Tracking;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assay.Conformance.Tests.Pages;

/// <summary>The charts of a run: read with pointer and keys, drawn otherwise, laid over each other.</summary>
public sealed class RunChartTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Chart_IsReadWithTheKeys()
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await RunSamples.LogAsync(session.Store, "first", 0.5);
        await session.OpenAsync($"/runs/{run.RunId}/metrics?key=loss");
        var plot = session.Page.Locator(".plot");
        await plot.FocusAsync();
        await session.Page.Keyboard.PressAsync("Home");
        await Expect(session.Page.Locator(".readout")).ToContainTextAsync("first: ");
        var first = await session.Page.Locator(".readout").InnerTextAsync();
        await session.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(session.Page.Locator(".readout")).Not.ToHaveTextAsync(first);
        await session.Page.Keyboard.PressAsync("Escape");
        await Expect(session.Page.Locator(".readout")).ToHaveTextAsync("");
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Chart_DraggedOver_ShowsThatRange_AndTheAddressSaysSo()
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await RunSamples.LogAsync(session.Store, "first", 0.5);
        await session.OpenAsync($"/runs/{run.RunId}/metrics?key=loss");
        var box = (await session.Page.Locator(".plot svg").BoundingBoxAsync())!;
        await session.Page.Mouse.MoveAsync(box.X + (box.Width * 0.3f), box.Y + (box.Height / 2));
        await session.Page.Mouse.DownAsync();
        await session.Page.Mouse.MoveAsync(box.X + (box.Width * 0.6f), box.Y + (box.Height / 2), new() { Steps = 4 });
        await session.Page.Mouse.UpAsync();
        await Expect(session.Page.GetByRole(AriaRole.Link, new() { Name = "Whole range" })).ToBeVisibleAsync();
        session.Page.Url.ShouldContain("from=");
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Whole range" }).ClickAsync();
        await Expect(session.Page.GetByRole(AriaRole.Link, new() { Name = "Whole range" })).ToHaveCountAsync(0);
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Options_WithoutScript_LayAnotherRunOver_AndKeepThePeak()
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { JavaScriptEnabled = false });
        var other = await RunSamples.LogAsync(session.Store, "second", 0.5);
        var run = await RunSamples.LogAsync(session.Store, "first", 0.5);
        await session.OpenAsync($"/runs/{run.RunId}/metrics?key=loss");
        await session.Page.GetByText("Other runs (0)").ClickAsync();
        await session.Page.GetByRole(AriaRole.Checkbox, new() { Name = "second" }).CheckAsync();
        await session.Page.GetByRole(AriaRole.Checkbox, new() { Name = "log scale" }).CheckAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        session.Page.Url.ShouldContain($"with={other.RunId}");
        await Expect(session.Page.Locator(".plot svg text").Filter(new() { HasText = "second" })).ToBeVisibleAsync();
        (await session.Page.Locator(".plot svg desc").TextContentAsync())!.ShouldContain(" to 5.");
    }

    [Theory]
    [InlineData(1440, 3)]
    [InlineData(390, 1)]
    public async Task Charts_StandBesideEachOther_AsManyAsThereIsRoomFor_WithLettersThatCanBeRead(int width, int beside)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { ViewportSize = new() { Width = width, Height = 900 } });
        var run = await session.Store.Tracking.CreateRunAsync(new NewRun("0", "many"), TestContext.Current.CancellationToken);
        var points = Enumerable.Range(0, 6).SelectMany(key => Enumerable.Range(0, 20).Select(step => new Metric($"metric_{key}", step * key, 1000 + step, step)));
        await session.Store.Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [.. points] }, TestContext.Current.CancellationToken);
        await session.OpenAsync($"/runs/{run.RunId}/metrics");
        (await session.Page.EvaluateAsync<int>("() => new Set([...document.querySelectorAll('.chart')].map(chart => Math.round(chart.getBoundingClientRect().x))).size")).ShouldBe(beside);
        var letters = await session.Page.EvaluateAsync<double>(
            "() => { const svg = document.querySelector('.plot svg'); return parseFloat(getComputedStyle(svg).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width; }");
        letters.ShouldBeInRange(10, 14);
    }
}
