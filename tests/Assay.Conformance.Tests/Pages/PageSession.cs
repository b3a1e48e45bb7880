using Assay.Client;
using Assay.Tests;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Pages;

/// <summary>
/// A server of its own and a browser that looks at its pages, with everything that the browser complained of. When the test fails, a picture of the
/// page and a trace of all that was done are kept with the test's results.
/// </summary>
internal sealed class PageSession : IAsyncDisposable
{
    private static readonly string Kept = Repository.File("artifacts/test-results/pages");

    private readonly TemporaryFolder _folder;
    private readonly ServerProcess _server;
    private readonly List<string> _complaints = [];

    private PageSession(TemporaryFolder folder, ServerProcess server, RemoteStore store, IPage page)
    {
        (_folder, _server, Store, Page) = (folder, server, store, page);
        Watch(page);
    }

    /// <summary>The page that is looked at.</summary>
    public IPage Page { get; }

    /// <summary>The server's store, to fill it.</summary>
    public RemoteStore Store { get; }

    /// <summary>The server's database, for commands that govern it.</summary>
    public string Database => _folder["assay.db"];

    /// <summary>The server, to end and start it again.</summary>
    public ServerProcess Server => _server;

    /// <summary>Errors of scripts, refusals of the page's policy, dialogs: a page that is well has none.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<PageSession> StartAsync(ChromiumBrowser browser, BrowserNewPageOptions? options = null)
    {
        var folder = new TemporaryFolder();
        var server = new ServerProcess(folder, folder["assay.db"]);
        await server.StartAsync();
        var store = await RemoteStore.OpenAsync(server.Address, cancellationToken: TestContext.Current.CancellationToken);
        options ??= new BrowserNewPageOptions();
        options.Locale ??= "en-US";
        var page = await browser.OpenAsync(options);
        await page.Context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        return new PageSession(folder, server, store, page);
    }

    /// <summary>Goes to a path, which must answer well.</summary>
    public async Task OpenAsync(string path)
    {
        var response = await Page.GotoAsync(new Uri(_server.Address, path).AbsoluteUri);
        response!.Status.ShouldBe(200, path);
    }

    /// <summary>Adds a user, the first of whom closes the server, and signs them in.</summary>
    public async Task SignInAsync(string name, string role)
    {
        const string Password = "correct horse battery";
        await AssayCommand.AddUserAsync(Database, name, Password, role);

        // A running server notices its first user within a second.
        do
        {
            await Page.GotoAsync(new Uri(_server.Address, "/sign-in").AbsoluteUri);
        }
        while (!Page.Url.Contains("/sign-in", StringComparison.Ordinal));
        await Page.Locator("#user").FillAsync(name);
        await Page.Locator("#password").FillAsync(Password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>A second browser at the same server, which knows nothing of the first.</summary>
    public async Task<IPage> OpenAnotherAsync(ChromiumBrowser browser, string path)
    {
        var page = await browser.OpenAsync(new BrowserNewPageOptions { Locale = "en-US" });
        Watch(page);
        await page.GotoAsync(new Uri(_server.Address, path).AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        if (failed)
        {
            Directory.CreateDirectory(Kept);
            var name = Path.Combine(Kept, string.Concat(TestContext.Current.TestMethod!.MethodName.Split(Path.GetInvalidFileNameChars())));
            await Page.ScreenshotAsync(new() { Path = name + ".png", FullPage = true });
            await Page.Context.Tracing.StopAsync(new() { Path = name + ".zip" });
        }

        await Page.Context.CloseAsync();
        await Store.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }
}
