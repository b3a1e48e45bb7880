using Microsoft.Playwright;

namespace Assay.Screenshots;

/// <summary>A picture of a page.</summary>
/// <param name="Name">The file's, without ending.</param>
/// <param name="Path">The page's.</param>
/// <param name="Width">Of the window, in pixels.</param>
/// <param name="IsDark">Light on dark.</param>
/// <param name="IsWhole">The page to its foot, not what fits the window.</param>
internal sealed record Shot(string Name, string Path, int Width = 1440, bool IsDark = false, bool IsWhole = false)
{
    private const int Height = 900;
    private static readonly int[] Widths = [1440, 390];
    private static readonly bool[] Themes = [false, true];

    /// <summary>The page's first link of this kind leads to what the picture shows; null when the page itself is shown.</summary>
    public string? Link { get; init; }

    /// <summary>The pictures that the README shows.</summary>
    public static IEnumerable<Shot> OfReadme(IReadOnlyList<string> pages) =>
        [new("page-experiment", pages[1]), new("page-evaluation", pages[2]), new("page-compare", pages[^1]), new("page-compare-dark", pages[3], IsDark: true)];

    /// <summary>Every page, in both themes and widths.</summary>
    public static IEnumerable<Shot> Every(IReadOnlyList<string> pages)
    {
        var run = pages[2][..pages[2].LastIndexOf('/')];
        (string Name, string Path)[] all =
        [
            ("home", "/"), ("experiments", "/experiments"), ("experiment", pages[1]), ("grouped", $"{pages[1]}?group=prompt"), ("columns", $"{pages[1]}/columns"),
            ("mistake", $"{pages[1]}?filter=metrics.accuracy+>>+1"), ("run", run), ("evaluation", pages[2]), ("metrics", $"{run}/metrics"),
            ("artifacts", $"{run}/artifacts"), ("compare", pages[3]), ("compare-close", pages[^1]), ("choice", "/compare"), ("settings", "/settings"),
            ("missing", "/runs/none"),
        ];
        return from page in all.Select(page => new Shot(page.Name, page.Path)).Append(new("row", pages[2]) { Link = "a[href*='?row=']" })
               from width in Widths
               from isDark in Themes
               select page with { Name = $"{page.Name}-{width}-{(isDark ? "dark" : "light")}", Width = width, IsDark = isDark, IsWhole = true };
    }

    public async Task TakeAsync(IBrowser browser, Uri address, string folder, string language)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = Width, Height = Width > 600 ? Height : 844 },
            ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language,
        });
        await page.GotoAsync(new Uri(address, Path).AbsoluteUri);
        if (Link is not null)
        {
            await page.GotoAsync(new Uri(address, await page.Locator(Link).First.GetAttributeAsync("href")).AbsoluteUri);
        }

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = System.IO.Path.Combine(folder, Name + ".png"), FullPage = IsWhole });
        await page.Context.CloseAsync();
    }
}
