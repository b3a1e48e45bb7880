using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Tracking;

namespace Assay.Cli.Commands;

/// <summary><c>assay experiments</c>: the experiments of a store.</summary>
internal static class ExperimentsCommand
{
    private static readonly SettingDefinition[] Settings = [StoreSettings.TrackingUri, StoreSettings.Filter, StoreSettings.OrderBy, StoreSettings.Json];

    public static Command Create()
    {
        var command = new Command("experiments", "List the experiments.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(
            command, "assay experiments\nassay experiments --filter \"name LIKE 'lab-%'\" --order-by name\nassay experiments --tracking-uri lab.db --json");
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        await using var store = await StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
        var experiments = new List<Experiment>();
        var query = new ExperimentQuery { Filter = settings.Text("filter"), OrderBy = [.. settings.All("order-by").Select(value => value.Text)] };
        await foreach (var experiment in StoreQueries.ExperimentsAsync(store.Tracking, query, cancellationToken).ConfigureAwait(false))
        {
            experiments.Add(experiment);
        }

        if (settings.Switch("json"))
        {
            EntityJson.Write(experiments);
        }
        else
        {
            ListTable.Write(
                ["id", "name", "created", "last change"],
                experiments.Select(experiment => new[]
                {
                    experiment.ExperimentId, experiment.Name, ListTable.Time(experiment.CreationTime), ListTable.Time(experiment.LastUpdateTime),
                }));
        }

        return ExitCode.Done;
    }
}
