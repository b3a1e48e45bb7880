using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>The table of an experiment's runs: filter, columns, sort, groups, what is new.</summary>
public sealed class ExperimentTableTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Filter_WithAMistake_SaysWhere_AndCorrected_Finds()
    {
        await using var session = await PageSession.StartAsync(browser);
        await ExperimentRuns.LogAsync(session, "heron-1", 0.2, "small");
        await ExperimentRuns.LogAsync(session, "heron-2", 0.8, "large");
        await session.OpenAsync("/experiments/0");
        var box = session.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter the runs" });
        await box.FillAsync("metrics.accuracy > 0.5 AND wrong");
        await box.PressAsync("Enter");
        await Assertions.Expect(session.Page.Locator(".wrong-place mark")).ToHaveTextAsync("wrong");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-invalid", "true");
        await box.FillAsync("metrics.accuracy > 0.5 AND params.model = 'large'");
        await box.PressAsync("Enter");
        await Assertions.Expect(session.Page.Locator("a.run")).ToHaveTextAsync(["heron-2"]);
        await Assertions.Expect(session.Page.Locator(".chips li")).ToHaveCountAsync(2);
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Remove params.model = 'large'" }).ClickAsync();
        await Assertions.Expect(box).ToHaveValueAsync("metrics.accuracy > 0.5");
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filter_IsCompleted_ByKeyboardAlone()
    {
        await using var session = await PageSession.StartAsync(browser);
        await ExperimentRuns.LogAsync(session, "heron-1", 0.2, "small");
        await session.OpenAsync("/experiments/0");
        var box = session.Page.Locator("#filter-text");
        await box.FocusAsync();
        foreach (var (typed, option) in new[] { ("params.m", "params.model"), ("", "="), ("", "'small'") })
        {
            await session.Page.Keyboard.TypeAsync(typed);
            await Assertions.Expect(session.Page.Locator(".options li").First).ToContainTextAsync(option);
            await box.PressAsync("ArrowDown");
            await Assertions.Expect(session.Page.Locator(".options [aria-selected=true]")).ToContainTextAsync(option);
            await box.PressAsync("Enter");
        }

        await Assertions.Expect(box).ToHaveValueAsync("params.model = 'small' ");
        await box.PressAsync("Escape");
        await box.PressAsync("Enter");
        await Assertions.Expect(session.Page.Locator("a.run")).ToHaveTextAsync(["heron-1"]);
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Columns_ChosenInTheDialog_AreShown_AndALinkShowsThemToAnotherPerson()
    {
        await using var session = await PageSession.StartAsync(browser);
        await ExperimentRuns.LogAsync(session, "heron-1", 0.2, "small");
        await session.OpenAsync("/experiments/0");
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Columns…" }).ClickAsync();
        var dialog = session.Page.GetByRole(AriaRole.Dialog, new() { Name = "Columns" });
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Status" }).UncheckAsync();
        await dialog.GetByLabel("Find a key").FillAsync("mod");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Checkbox, new() { Name = "User" })).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "model" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Show these columns" }).ClickAsync();
        await Assertions.Expect(Headers(session.Page)).ToHaveTextAsync(["Run", "Started", "accuracy", "model"]);
        var address = new Uri(session.Page.Url);
        await session.OpenAsync("/experiments/0");
        await Assertions.Expect(Headers(session.Page)).ToHaveCountAsync(4);
        var other = await session.OpenAnotherAsync(browser, address.PathAndQuery);
        await Assertions.Expect(Headers(other)).ToHaveTextAsync(["Run", "Started", "accuracy", "model"]);
        await other.Context.CloseAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sort_ByAHeader_IsSaid_AndTurns()
    {
        await using var session = await PageSession.StartAsync(browser);
        foreach (var (name, accuracy) in new[] { ("low", 0.1), ("high", 0.9), ("middle", 0.5) })
        {
            await ExperimentRuns.LogAsync(session, name, accuracy, name);
        }

        await session.OpenAsync("/experiments/0");
        var header = session.Page.GetByRole(AriaRole.Columnheader, new() { Name = "accuracy" });
        await header.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(header).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(session.Page.Locator("a.run")).ToHaveTextAsync(["high", "middle", "low"]);
        await header.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(session.Page.Locator("a.run")).ToHaveTextAsync(["low", "middle", "high"]);
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Group_ByAParameter_CountsAndAverages_ThePage()
    {
        await using var session = await PageSession.StartAsync(browser);
        await ExperimentRuns.LogAsync(session, "a", 0.2, "small");
        await ExperimentRuns.LogAsync(session, "b", 0.4, "small");
        await ExperimentRuns.LogAsync(session, "c", 0.9, "large");
        await session.OpenAsync("/experiments/0");
        await session.Page.GetByLabel("Group by").SelectOptionAsync("model");
        await Assertions.Expect(session.Page.Locator("tr.group")).ToHaveCountAsync(2);
        (await session.Page.Locator("tr.group").Nth(1).InnerTextAsync()).ShouldContain("0.300");
        await Assertions.Expect(session.Page.GetByText("of the runs on this page only")).ToBeVisibleAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task NewRuns_Appear_InTwoBrowsers_AndWhatIsTickedStays()
    {
        await using var session = await PageSession.StartAsync(browser);
        await ExperimentRuns.LogAsync(session, "first", 0.2, "small");
        await session.OpenAsync("/experiments/0");
        var other = await session.OpenAnotherAsync(browser, "/experiments/0");
        await session.Page.GetByLabel("Select first").CheckAsync();
        await ExperimentRuns.LogAsync(session, "second", 0.4, "small");
        foreach (var page in new[] { session.Page, other })
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "second" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        }

        await Assertions.Expect(session.Page.GetByLabel("Select first")).ToBeCheckedAsync();
        await other.Context.CloseAsync();
        session.Complaints.ShouldBeEmpty();
    }

    private static ILocator Headers(IPage page) => page.Locator("table.runs thead th > a");
}
