using Assay.Evaluations;
using Assay.Reports;
using Assay.Tests.Reports;
using Microsoft.Playwright;

namespace Assay.Conformance.Tests.Reports;

/// <summary>A report in the browser, with everything that the browser complained of. The file goes when it is closed.</summary>
internal sealed class OpenedReport : IAsyncDisposable
{
    private readonly string _folder;
    private readonly List<string> _complaints = [];

    private OpenedReport(IPage page, string folder)
    {
        (Page, _folder) = (page, folder);
        page.Console += (_, message) => _complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Dialog += (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    public List<string> Requests { get; } = [];

    public ILocator ShownLines => Page.Locator("#table tbody:not([hidden]) > tr:not(.d)");

    public static async Task<OpenedReport> OpenAsync(ChromiumBrowser browser, ReportLanguage language = ReportLanguage.En, BrowserNewPageOptions? options = null)
    {
        EvaluationRow[] rows = [.. Enumerable.Range(0, 60).Select(i => SampleRows.Ordinary(i)), SampleRows.Evil(60)];
        var folder = Directory.CreateTempSubdirectory("assay-report-").FullName;
        var file = Path.Combine(folder, "report.html");
        await using (var output = new StreamWriter(file))
        {
            await HtmlReport.WriteAsync(SampleSummary.WithPictures(SampleSummary.Of(rows)), new ListedRows(rows), output, new ReportOptions { Language = language }, TestContext.Current.CancellationToken);
        }

        var report = new OpenedReport(await browser.OpenAsync(options), folder);
        await report.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return report;
    }

    /// <summary>The column of a scorer in the rows that are shown, from top to bottom.</summary>
    public async Task<IReadOnlyList<string>> ScoresAsync(string scorer)
    {
        var column = await Page.Locator($"th[data-scorer={scorer}]").EvaluateAsync<int>("header => header.cellIndex");
        return await ShownLines.Locator($":nth-child({column + 1})").AllTextContentsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
