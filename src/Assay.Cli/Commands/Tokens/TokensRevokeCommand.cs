using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;

namespace Assay.Cli.Commands.Tokens;

/// <summary><c>assay tokens revoke</c>.</summary>
internal static class TokensRevokeCommand
{
    private static readonly SettingDefinition[] Settings = [AccessSettings.Store, StoreSettings.Json];

    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "the token's id: the twelve digits behind 'assay_', or in the list" };
        var command = new Command("revoke", "Refuse a token from now on.") { id };
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(id)!, SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, "assay tokens revoke 0a1b2c3d4e5f");
        return command;
    }

    private static async Task<int> RunAsync(string id, SettingBag settings, CancellationToken cancellationToken)
    {
        await using var store = await GovernedStore.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        var token = await store.Access.RevokeTokenAsync(id, cancellationToken).ConfigureAwait(false);
        if (settings.Switch("json"))
        {
            AccessJson.Write(token);
        }
        else
        {
            Console.WriteLine($"Revoked {token.Id} of {token.User} ({Terminal.Printable(token.Name)})");
        }

        return ExitCode.Done;
    }
}
