using Assay.Screenshots;
using Microsoft.Playwright;

// Pictures of the pages, of what `assay demo --serve` shows: dotnet run -c Release --project tools/Assay.Screenshots -- [FOLDER [all [LANGUAGE]]]
// Without `all` those that the README shows, into docs/images; with it every page, wide and narrow, light and dark, to look at, in that language.
var folder = args.Length > 0 ? args[0] : "docs/images";
var everything = args is [_, "all", ..];
var language = args is [_, _, var named] ? named : "en";
Directory.CreateDirectory(folder);

await using var demo = await DemoServer.StartAsync();
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
{
    ExecutablePath = Environment.GetEnvironmentVariable("ASSAY_CHROMIUM") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu"],
});

foreach (var shot in everything ? Shot.Every(demo.Pages) : Shot.OfReadme(demo.Pages))
{
    await shot.TakeAsync(browser, demo.Address, folder, language);
    Console.WriteLine(shot.Name);
}
