using System.CommandLine;
using System.Net;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Server;

namespace Assay.Cli.Commands;

/// <summary><c>assay ui</c>: the pages alone, over any store: a file, a database, an Assay or an MLflow server. For whoever sits at this machine.</summary>
internal static class UiCommand
{
    private const int DefaultPort = 5001;

    private static readonly SettingDefinition[] Settings =
    [
        StoreSettings.TrackingUri,
        new("port", "NUMBER", "the port on this machine; 0 for any that is free (default: 5001)"),
    ];

    public static Command Create()
    {
        var command = new Command("ui", "Look at a store in the browser: a file, a database, or any server that speaks MLflow's protocol. Takes no runs; 'assay serve' does.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(
            command, "assay ui\nassay ui --tracking-uri lab.db\nassay ui --tracking-uri http://mlflow.example.org:5000 --port 8080");
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var options = new ServerOptions { Port = settings.Integer("port", 0, IPEndPoint.MaxPort) ?? DefaultPort, PagesOnly = true };
        await using var store = await StoreLocation.OpenToLookAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
        await using var server = await AssayServer.StartAsync(store, options, cancellationToken).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"The pages of {store.Location} are at {server.Address} Stop them with Ctrl-C.").ConfigureAwait(false);
        await Console.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Done;
    }
}
