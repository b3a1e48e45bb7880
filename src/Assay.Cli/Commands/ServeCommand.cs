using System.CommandLine;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Server;
using Assay.Server.Access;

namespace Assay.Cli.Commands;

/// <summary><c>assay serve</c>: a tracking server that MLflow's clients can use.</summary>
internal static class ServeCommand
{
    private const string Examples = """
        assay serve
        assay serve --port 5001 --store lab.db --artifacts lab-files
        ASSAY_STORE=/srv/assay/assay.db assay serve --log-format json
        MLFLOW_TRACKING_URI=http://127.0.0.1:5000 python train.py
        """;

    public static Command Create()
    {
        var command = new Command("serve", "Serve a store to MLflow's clients and to Assay's own, and its pages to browsers. Every option is a variable too: --store is ASSAY_STORE.");
        SettingDefinition[] settings = [.. ServeSettings.All, ServeSettings.Config];
        SettingOptions.AddTo(command, settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(Gather(SettingOptions.Read(parsed, settings), settings), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    /// <summary>Options go before variables, and both before the file.</summary>
    private static SettingBag Gather(SettingBag options, SettingDefinition[] settings)
    {
        var given = options.Over(SettingVariables.Read(settings));
        return given.Text("config") is { } file ? given.Over(new SettingFile(file, "serve", ServeSettings.All).Read()) : given;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var plan = ServePlan.From(settings);
        await using var store = await ServedStore.OpenAsync(plan.Store, plan.Artifacts, plan.QueryTimeout, cancellationToken).ConfigureAwait(false);
        await using var server = await AssayServer.StartAsync(store, plan.Server, cancellationToken).ConfigureAwait(false);
        if (plan.Server is { IsLoopback: false, Access.Authentication: AuthenticationMode.Off })
        {
            await Console.Error.WriteLineAsync($"warning: whoever reaches {plan.Server.Host} may read, change and delete everything").ConfigureAwait(false);
        }

        await Console.Out.WriteLineAsync(
            $"Assay {AssayVersion.Text} listens at {server.Address.ToString().TrimEnd('/')} (store {store.Location}, {ServedStore.EngineOf(store)}). Its pages are there too. Stop it with Ctrl-C.")
            .ConfigureAwait(false);
        await Console.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Done;
    }
}
