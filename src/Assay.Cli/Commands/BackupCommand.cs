using System.CommandLine;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Storage;

namespace Assay.Cli.Commands;

/// <summary><c>assay backup</c>: a copy of one state of a store, made while others write to it.</summary>
internal static class BackupCommand
{
    private static readonly SettingDefinition[] Settings =
    [
        StoreSettings.Store,
        new("to", "FILE", "the copy; written under a temporary name, then renamed", IsPath: true),
        new("force", null, "replace FILE when it is there"),
    ];

    public static Command Create()
    {
        var command = new Command(
            "backup",
            "Copy a store while it is in use. The copy of a file is a store itself; of a PostgreSQL database it is what pg_dump writes. "
            + "Artifacts are not in it: copy their folder after it.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(
            command, "assay backup --store lab.db --to backup.db && cp -r lab-artifacts backup-artifacts\n"
            + "assay backup --store postgresql://assay@db.example.org/assay --to assay.dump");
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var file = settings.Text("to") ?? throw new BadInputException("--to: name the file that the copy goes to");
        var (origin, address) = StoreLocation.Resolve(settings.Text("store"), "--store");
        await StoreLocation.CheckExistsAsync(origin, address, cancellationToken).ConfigureAwait(false);
        await StoreBackup.WriteAsync(address, file, settings.Switch("force"), cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"{address} was copied to {file}; its artifacts are not in it");
        return ExitCode.Done;
    }
}
