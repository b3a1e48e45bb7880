using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assay.Conformance.Tests.Pages;

/// <summary>The files of a run, each shown as what it is, none able to do anything.</summary>
public sealed class ArtifactPageTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Tree_OpensFolders_AndShowsFiles()
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await RunSamples.LogAsync(session.Store, "files", 0.5);
        await session.OpenAsync($"/runs/{run.RunId}/artifacts");
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "folder/" }).ClickAsync();
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "table.csv" }).ClickAsync();
        await Expect(session.Page.GetByRole(AriaRole.Cell, new() { Name = "a, b" })).ToBeVisibleAsync();
        await Expect(session.Page.GetByRole(AriaRole.Cell, new() { Name = "<b>c</b>" })).ToBeVisibleAsync();
        session.Page.Url.ShouldContain("path=folder%2Ftable.csv");
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "data.json" }).ClickAsync();
        await Expect(session.Page.Locator(".json")).ToContainTextAsync("deep");
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "weights.bin" }).ClickAsync();
        await Expect(session.Page.GetByText("not shown here")).ToBeVisibleAsync();
        session.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task PagesAndPictures_ThatTryScripts_DoNothing()
    {
        await using var session = await PageSession.StartAsync(browser);
        var run = await RunSamples.LogAsync(session.Store, "files", 0.5);
        const string Attack = "parent.document.title='taken';top.location='/taken';alert(1);fetch('/experiments')";
        await RunSamples.WriteAsync(session.Store, run, "attack.html", $"<title>x</title><p>text</p><script>{Attack}</script><img src=x onerror=\"{Attack}\"><form action=/runs method=post><button>go</button></form>");
        await RunSamples.WriteAsync(session.Store, run, "attack.svg", $"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10' onload=\"{Attack}\"><script>{Attack}</script><rect width='10' height='10'/></svg>");
        await session.OpenAsync($"/runs/{run.RunId}/artifacts?path=attack.html");
        await Expect(session.Page.FrameLocator("iframe").GetByText("text")).ToBeVisibleAsync();
        session.Page.Url.ShouldEndWith("attack.html");
        (await session.Page.TitleAsync()).ShouldStartWith("files");

        // The browser says what it refused to the page in the frame, and nothing else happened.
        session.Complaints.ShouldAllBe(complaint => complaint.Contains("sandbox") || complaint.Contains("Content Security Policy"));

        await session.OpenAsync($"/runs/{run.RunId}/artifacts?path=attack.svg");
        (await session.Page.Locator(".viewer img").EvaluateAsync<int>("img => img.decode().then(() => img.naturalWidth)")).ShouldBe(10);
        session.Page.Url.ShouldEndWith("attack.svg");
        (await session.Page.TitleAsync()).ShouldStartWith("files");
        session.Complaints.ShouldNotContain(complaint => complaint.StartsWith("dialog"));
    }

    [Theory]
    [InlineData("notes.md", ".markdown h3", "Notes")]
    [InlineData("long.txt", "pre", "line 499")]
    [InlineData("drawing.svg", ".viewer-head", "drawing.svg")]
    public async Task Files_WithoutScript_AreShown(string path, string place, string text)
    {
        await using var session = await PageSession.StartAsync(browser, new BrowserNewPageOptions { JavaScriptEnabled = false });
        var run = await RunSamples.LogAsync(session.Store, "files", 0.5);
        await session.OpenAsync($"/runs/{run.RunId}/artifacts?path={path}");
        await Expect(session.Page.Locator(place)).ToContainTextAsync(text);
        (await session.Page.Locator(".viewer script, .viewer a[href^='javascript']").CountAsync()).ShouldBe(0);
    }
}
