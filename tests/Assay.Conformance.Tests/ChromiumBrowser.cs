using Assay.Conformance.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChromiumBrowser))]

namespace Assay.Conformance.Tests;

/// <summary>One browser for all tests: the system's Chromium, or what <c>ASSAY_CHROMIUM</c> names.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("ASSAY_CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"There is no browser at {path}. Run ./test, which installs Chromium, or name one in ASSAY_CHROMIUM.");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Quiet });
    }

    /// <summary>A page of its own context, so that tests do not see each other.</summary>
    public Task<IPage> OpenAsync(BrowserNewPageOptions? options = null) => _browser!.NewPageAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
