using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;

namespace Assay.Cli.Commands.Tokens;

/// <summary><c>assay tokens create</c>.</summary>
internal static class TokensCreateCommand
{
    private const string Examples = """
        assay tokens create --user ana --name "nightly evaluation"
        assay tokens create --user robot --name ci --expires 2027-01-31 --store /srv/assay/assay.db
        export MLFLOW_TRACKING_TOKEN=$(assay tokens create --user ana --name laptop --expires 30d)
        """;

    private static readonly SettingDefinition[] Settings =
    [
        AccessSettings.Store,
        new("user", "NAME", "in whose name the token is used, and with whose role"),
        new("name", "TEXT", "what it is for"),
        new("expires", "90d|12h|DATE|never", $"when it ends (default: {Expiry.Default})"),
        StoreSettings.Json,
    ];

    public static Command Create()
    {
        var command = new Command("create", "Create a token. It is shown once, alone on standard output.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var user = settings.Text("user") ?? throw new BadInputException("--user is missing; an example: --user ana ('assay users list' lists them)");
        var name = settings.Text("name") ?? throw new BadInputException("--name is missing; say what the token is for: --name \"nightly evaluation\"");
        var expires = Expiry.Read(settings.Last("expires"), TimeProvider.System.GetUtcNow());
        await using var store = await GovernedStore.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        var made = await store.Access.CreateTokenAsync(user, name, expires, cancellationToken).ConfigureAwait(false);
        if (settings.Switch("json"))
        {
            AccessJson.Write(made.Token, made.Text);
        }
        else
        {
            Console.WriteLine(made.Text);
            var end = expires is { } time ? $"until {ListTable.Time(time)}" : "until it is revoked";
            await Console.Error.WriteLineAsync($"Token {made.Token.Id} of {user}, good {end}. It is not shown again.").ConfigureAwait(false);
        }

        return ExitCode.Done;
    }
}
