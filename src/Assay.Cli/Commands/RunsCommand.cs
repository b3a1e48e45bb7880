using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Tracking;

namespace Assay.Cli.Commands;

/// <summary><c>assay runs</c>: the runs of a store, the newest first or as asked.</summary>
internal static class RunsCommand
{
    private const int MostColumns = 4;

    private static readonly SettingDefinition[] Settings =
    [
        StoreSettings.TrackingUri,
        new("experiment", "NAME", "only the runs of this experiment"),
        StoreSettings.Filter,
        StoreSettings.OrderBy,
        new("head", "N", "at most so many runs (default: 100)"),
        StoreSettings.Json,
    ];

    public static Command Create()
    {
        var command = new Command("runs", "List runs, the newest first.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(
            command,
            "assay runs\nassay runs --experiment lab --head 10\nassay runs --filter \"params.model = 'small' AND status = 'FINISHED'\"\n"
            + "assay runs --filter \"metrics.accuracy > 0.8\" --order-by \"metrics.accuracy DESC\" --head 3\nassay runs --tracking-uri lab.db --json");
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        await using var store = await StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
        var selection = new RunSelection(settings.Integer("head", 1) ?? 100)
        {
            Experiment = settings.Text("experiment"),
            Filter = settings.Text("filter"),
            OrderBy = [.. settings.All("order-by").Select(value => value.Text)],
        };
        var runs = await StoreQueries.RunsAsync(store.Tracking, selection, cancellationToken).ConfigureAwait(false);
        if (settings.Switch("json"))
        {
            EntityJson.Write(runs);
        }
        else
        {
            WriteTable(runs);
        }

        return ExitCode.Done;
    }

    private static void WriteTable(IReadOnlyList<(Experiment Experiment, Run Run)> runs)
    {
        // The figures that most runs share say most about them.
        var keys = runs.SelectMany(of => of.Run.Metrics).Select(metric => metric.Key).Where(key => !key.EndsWith("/variance", StringComparison.Ordinal))
            .GroupBy(key => key).OrderByDescending(key => key.Count()).Select(key => key.Key).Take(MostColumns).ToList();
        ListTable.WriteFitting(
            ["run", "name", "experiment", "status", "started", .. keys],
            [.. runs.Select(of => (string[])
            [
                of.Run.RunId, of.Run.RunName, of.Experiment.Name, of.Run.Status.ToString().ToUpperInvariant(), ListTable.Time(of.Run.StartTime),
                .. keys.Select(key => of.Run.Metrics.FirstOrDefault(metric => metric.Key == key) is { } metric ? ListTable.Figure(metric.Value) : "–"),
            ])]);
    }
}
