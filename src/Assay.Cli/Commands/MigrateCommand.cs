using System.CommandLine;
using Assay.Cli.Settings;
using Assay.Cli.Stores;

namespace Assay.Cli.Commands;

/// <summary><c>assay migrate</c>: brings a store's schema up to date, or says whether it is.</summary>
internal static class MigrateCommand
{
    private static readonly SettingDefinition[] Settings =
    [
        StoreSettings.Store,
        new("check", null, "change nothing; exit 1 when the schema is older than this version's"),
    ];

    public static Command Create()
    {
        var command = new Command("migrate", "Bring a store's schema up to date. Opening a store does so too; this says from which version to which.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, "assay migrate --store lab.db --check\nassay migrate --store postgresql://assay@db.example.org/assay");
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var (origin, address) = StoreLocation.Resolve(settings.Text("store"), "--store");
        await StoreLocation.CheckExistsAsync(origin, address, cancellationToken).ConfigureAwait(false);
        var before = await address.ReadSchemaVersionAsync(cancellationToken).ConfigureAwait(false) ?? 0;
        var newest = address.NewestSchemaVersion;
        if (before == newest)
        {
            Console.WriteLine($"{address} is up to date (schema {newest})");
            return ExitCode.Done;
        }

        if (settings.Switch("check"))
        {
            Console.WriteLine($"{address} has schema {before}; this version's is {newest}: run assay migrate");
            return ExitCode.GateFailed;
        }

        await (await address.OpenAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        Console.WriteLine($"{address} was brought from schema {before} to {newest}");
        return ExitCode.Done;
    }
}
