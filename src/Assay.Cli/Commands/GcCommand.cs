using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Storage;
using Assay.Storage.Maintenance;

namespace Assay.Cli.Commands;

/// <summary><c>assay gc</c>: deletes for good what is in the bin.</summary>
internal static class GcCommand
{
    private const string Examples = """
        assay gc --dry-run
        assay gc --store lab.db --older-than 30d
        assay gc --store lab.db --experiment-ids 3,4 --vacuum
        """;

    /// <summary>Nobody waits for it.</summary>
    private static readonly TimeSpan LongestQuery = TimeSpan.FromDays(1);

    private static readonly SettingDefinition[] Settings =
    [
        new("store", "PATH.db|postgres://…", "the database (default: assay.db in the user's data folder)", IsPath: true),
        new("artifacts", "DIR", "where artifacts are kept (default: a folder beside the database)", IsPath: true),
        new("older-than", "TIME", "only what has been in the bin for so long: 30d, 12h, 1d12h (default: all)"),
        new("experiment-ids", "ID,…", "only these experiments, with their runs and logged models", IsRepeatable: true),
        new("run-ids", "ID,…", "only these runs", IsRepeatable: true),
        new("dry-run", null, "tell what would be deleted, and delete nothing"),
        new("vacuum", null, "then give the free space back to the system; without it, what is written later uses it"),
        StoreSettings.Json,
    ];

    public static Command Create()
    {
        var command = new Command("gc", "Delete for good what was deleted: runs, experiments and logged models in the bin, with their artifacts.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(SettingOptions.Read(parsed, Settings).Over(SettingVariables.Read(Settings[..2])), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var selection = new GarbageSelection
        {
            OlderThan = AgeText.Read(settings.Last("older-than")),
            ExperimentIds = Ids(settings, "experiment-ids"),
            RunIds = Ids(settings, "run-ids"),
        };
        await using var store = await OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        var json = settings.Switch("json");
        if (settings.Switch("dry-run"))
        {
            GarbageReport.Write(await Named(store.Garbage.CountAsync(selection, cancellationToken)).ConfigureAwait(false), json);
            return ExitCode.Done;
        }

        GarbageSummary summary;
        using (var line = new GarbageLine())
        {
            summary = await Named(store.Garbage.CollectAsync(selection, line, cancellationToken)).ConfigureAwait(false);
        }

        if (settings.Switch("vacuum"))
        {
            await store.Garbage.CompactAsync(cancellationToken).ConfigureAwait(false);
        }

        GarbageReport.Write(summary, json);
        foreach (var left in summary.Left)
        {
            await Console.Error.WriteLineAsync($"assay: artifacts at {left.Uri} were not deleted: {left.Reason}").ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    private static async Task<SqlStore> OpenAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var place = settings.Last("store");
        var path = place?.Text ?? EmbeddedStore.DefaultPath;
        if (!path.Contains("://", StringComparison.Ordinal) && !File.Exists(path))
        {
            throw new BadInputException($"{place?.Origin ?? "--store"}: no store at {path}");
        }

        return await ServedStore.OpenAsync(place, settings.Last("artifacts"), LongestQuery, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ids with commas between, as MLflow's own command takes them, or one an option.</summary>
    private static List<string> Ids(SettingBag settings, string name) =>
        [.. settings.All(name).SelectMany(value => value.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    /// <summary>What was named on the command line and is not there is bad input.</summary>
    private static async Task<T> Named<T>(Task<T> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (AssayException error) when (error.Code == ErrorCode.ResourceDoesNotExist)
        {
            throw new BadInputException(error.Message, error);
        }
    }
}
