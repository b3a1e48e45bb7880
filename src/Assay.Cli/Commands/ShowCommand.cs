using System.CommandLine;
using Assay.Artifacts;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Comparisons;
using Assay.Evaluations;
using Assay.Reports;
using Assay.Results;
using Assay.Tracking;

namespace Assay.Cli.Commands;

/// <summary><c>assay show RUN</c>: one run, with its figures, settings, files, and the report made again.</summary>
internal static class ShowCommand
{
    private const int MostRows = 20;

    private static readonly SettingDefinition[] Settings =
    [
        StoreSettings.TrackingUri,
        new("failed", null, "list the rows that failed, and why"),
        new("report", "FILE.html", "write the report of the evaluation", IsPath: true),
        new("lang", "en|pt|fr", "the language of the report (default: en)"),
        StoreSettings.Json,
    ];

    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "the run's id, or the beginning of it, or 'last'" };
        var command = new Command("show", "Show a run.") { run };
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(run)!, SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, "assay show last\nassay show 3f2a --failed\nassay show last --report report.html --lang fr");
        return command;
    }

    private static async Task<int> RunAsync(string id, SettingBag settings, CancellationToken cancellationToken)
    {
        var report = OutputFile.For(settings.Text("report"), "--report");
        var language = ReportLanguages.Parse(settings.Last("lang"));
        await using var store = await StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
        var run = await RunLookup.FindAsync(store.Tracking, id, cancellationToken).ConfigureAwait(false);
        var summary = await SummaryArtifact.ReadAsync(store.Artifacts, run, cancellationToken).ConfigureAwait(false);
        if (report is not null)
        {
            await WriteReportAsync(report, run, summary, store.Evaluations, language, cancellationToken).ConfigureAwait(false);
        }

        if (settings.Switch("json"))
        {
            EntityJson.Write(run);
            return ExitCode.Done;
        }

        await WriteRunAsync(run, summary, store.Artifacts, cancellationToken).ConfigureAwait(false);
        if (settings.Switch("failed"))
        {
            await WriteFailedAsync(run, store.Evaluations, cancellationToken).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    private static Task WriteReportAsync(
        OutputFile report, Run run, EvaluationSummary? summary, IEvaluationStore rows, ReportLanguage language, CancellationToken cancellationToken) =>
        summary is null
            ? throw new BadInputException($"--report: the run {run.RunId} is not an evaluation that has ended; take it up with 'assay evaluate … --resume {run.RunId}'")
            : report.WriteAsync(writer => HtmlReport.WriteAsync(summary, rows, writer, new ReportOptions { Language = language }, cancellationToken));

    private static async Task WriteRunAsync(Run run, EvaluationSummary? summary, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        ListTable.WriteFields(
        [
            ("run", run.RunId), ("name", run.RunName), ("status", run.Status.ToString().ToUpperInvariant()),
            ("started", ListTable.Time(run.StartTime)), ("ended", run.EndTime is { } end ? ListTable.Time(end) : "–"),
            .. run.Params.Select(param => (param.Key, param.Value)),
        ]);
        if (summary is not null)
        {
            SummaryTable.Write(summary, ReportLanguage.En);
        }
        else
        {
            ListTable.Write(["metric", "value", "step"], run.Metrics.Select(metric => new[]
            {
                metric.Key, ListTable.Figure(metric.Value), metric.Step.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }));
        }

        var files = await artifacts.ListAsync(run.ArtifactUri, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (files.Count > 0)
        {
            Console.WriteLine($"Artifacts: {string.Join(", ", files.Select(file => file.IsDirectory ? file.Path + "/" : file.Path))}");
        }
    }

    private static async Task WriteFailedAsync(Run run, IEvaluationStore rows, CancellationToken cancellationToken)
    {
        var query = new EvaluationRowQuery { RunId = run.RunId, Failed = true, MaxResults = MostRows };
        var page = await rows.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        ListTable.Write(["row", "id", "error"], page.Items.Select(row => new[]
        {
            (row.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), row.RowId, row.Error!,
        }));
        if (page.NextPageToken is not null)
        {
            Console.WriteLine($"These are the first {MostRows}; the report shows more.");
        }
    }
}
