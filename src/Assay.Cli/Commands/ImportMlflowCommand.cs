using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Import;

namespace Assay.Cli.Commands;

/// <summary><c>assay import mlflow</c>: copies an mlruns folder, or what a server has that speaks MLflow's protocol.</summary>
internal static class ImportMlflowCommand
{
    private const string Examples = """
        assay import mlflow --from mlruns
        assay import mlflow --from http://127.0.0.1:5000 --experiment lab --experiment Default
        assay import mlflow --from mlruns --store lab.db --artifacts lab-files
        assay import mlflow --from mlruns --dry-run
        MLFLOW_TRACKING_TOKEN=… assay import mlflow --from https://mlflow.example.org --no-artifacts --json
        """;

    private static readonly SettingDefinition[] Settings =
    [
        new("from", "URL|DIR", "the server, or the mlruns folder"),
        new("experiment", "NAME", "only this experiment, and no registered models", IsRepeatable: true),
        StoreSettings.TrackingUri,
        new("store", "PATH.db|postgres://…", "the store, named as for 'assay serve'", IsPath: true),
        new("artifacts", "DIR", "with --store, where its artifacts are kept, as for 'assay serve'", IsPath: true),
        new("no-artifacts", null, "leave files behind; a later import without this copies them"),
        new("dry-run", null, "only look, and say what would be copied"),
        StoreSettings.Json,
    ];

    public static Command Create()
    {
        var command = new Command("mlflow", "Copy experiments, runs with their ids, artifacts and models from MLflow. Run it again to go on, or to fetch what is new.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var options = new ImportOptions
        {
            Experiments = [.. settings.All("experiment").Select(name => name.Text)],
            Artifacts = !settings.Switch("no-artifacts"),
            DryRun = settings.Switch("dry-run"),
        };
        await using var source = await MlflowSource.OpenAsync(settings.Last("from"), cancellationToken).ConfigureAwait(false);
        await using var target = await ImportTarget.OpenAsync(settings, options.DryRun, cancellationToken).ConfigureAwait(false);
        var report = await CopyAsync(new Importer(source, target.Store, options), cancellationToken).ConfigureAwait(false);
        if (settings.Switch("json"))
        {
            ImportReportJson.Write(report, source.Location, target.Store.Location, options.DryRun);
        }
        else
        {
            ImportReportTable.Write(report, source.Location, target.Store.Location, options.DryRun);
        }

        return report.IsComplete ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static async Task<ImportReport> CopyAsync(Importer importer, CancellationToken cancellationToken)
    {
        using var progress = new ImportProgressLine();
        try
        {
            return await importer.RunAsync(progress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"stopped; {progress.Kept}; the same command goes on", stopped);
        }
        catch (AssayException away) when (away.Code is ErrorCode.TemporarilyUnavailable or ErrorCode.RequestLimitExceeded or ErrorCode.InternalError)
        {
            // A fault inside of the server is a fault of the service, not of this program.
            throw new AssayException(ErrorCode.TemporarilyUnavailable, $"{away.Message.TrimEnd('.')}; {progress.Kept}; the same command goes on", away);
        }
    }
}
