using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Models;
using Assay.Reports;

namespace Assay.Cli.Commands;

/// <summary><c>assay evaluate GRID.yaml</c>: every combination of options, and which is best.</summary>
internal static class GridRun
{
    public static async Task<int> RunAsync(SettingBag settings, IReadOnlyList<GridAxisSetting> axes, CancellationToken cancellationToken)
    {
        GridSettings.Check(settings, axes);
        var limit = FailureLimit.From(settings);
        var report = OutputFile.For(settings.Text("report"), "--report");
        var models = GridSettings.Models(settings, axes);
        try
        {
            using var fetching = new FetchLine();
            await using var judges = JudgeSettings.From(settings);
            var grid = GridSettings.Create(settings, axes, models, judges, fetching);
            await using var owned = new OwnedScorers(grid.Scorers);
            StoreLocation.Check(settings.Text("tracking-uri"));
            var prepared = await grid.PrepareAsync(cancellationToken).ConfigureAwait(false);
            await using var store = settings.Has("resume")
                ? await StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false)
                : await StoreLocation.OpenAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
            Console.Error.WriteLine(FormattableString.Invariant($"{prepared.Cells} {(prepared.Cells == 1 ? "cell" : "cells")}, {prepared.Rows:N0} {(prepared.Rows == 1 ? "row" : "rows")} to answer"));
            var summary = await RunAsync(prepared, settings.Text("resume"), store, cancellationToken).ConfigureAwait(false);
            if (report is not null)
            {
                await report.WriteAsync(writer => GridReport.WriteAsync(summary, writer, ReportLanguages.Parse(settings.Last("lang")), cancellationToken)).ConfigureAwait(false);
            }

            Print(summary, store, report, settings.Switch("json"));
            return Judge(summary, limit, prepared.Rows * grid.Repeats);
        }
        finally
        {
            foreach (var model in models)
            {
                await ((IAsyncDisposable)model.Model).DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task<GridSummary> RunAsync(PreparedGrid prepared, string? resume, IAssayStore store, CancellationToken cancellationToken)
    {
        using var progress = new GridProgressLine();
        try
        {
            return resume is null
                ? await prepared.RunAsync(store, progress, cancellationToken).ConfigureAwait(false)
                : await prepared.ResumeAsync(store, resume, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped) when (progress.RunId is { } run && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"stopped; {Kept(run)}", stopped);
        }
        catch (ModelException failure) when (progress.RunId is { } run)
        {
            throw new ModelException(failure.Failure, $"{failure.Message}; {Kept(run)}", failure);
        }
    }

    private static int Judge(GridSummary summary, FailureLimit limit, long asked)
    {
        var failed = summary.Cells.Sum(cell => cell.Failed);
        if (failed > 0)
        {
            var worst = summary.Cells.MaxBy(cell => cell.Failed)!;
            Console.Error.WriteLine(FormattableString.Invariant(
                $"{failed} of {asked} rows failed, {worst.Failed} of them in {Terminal.Printable(worst.Name)}; 'assay show {worst.RunId} --failed' says why"));
        }

        if (limit.Allows(failed, asked)) return ExitCode.Done;
        Console.Error.WriteLine(FormattableString.Invariant($"assay: {failed} of {asked} rows failed, more than --max-failed {limit} allows"));
        return ExitCode.GateFailed;
    }

    private static string Kept(string run) => $"what is done is kept below run {run}: take it up with the same file and --resume {run}";

    private static void Print(GridSummary summary, IAssayStore store, OutputFile? report, bool json)
    {
        foreach (var warning in summary.Warnings)
        {
            Console.Error.WriteLine($"warning: {Terminal.Printable(warning)}");
        }

        if (json)
        {
            GridJson.Write(summary);
            return;
        }

        GridTable.Write(summary);
        Console.WriteLine($"Run {summary.RunId} ({summary.RunName}) in {store.Location}, its cells below it");
        if (report is not null)
        {
            Console.WriteLine($"Report {report.Path}");
        }
    }
}
