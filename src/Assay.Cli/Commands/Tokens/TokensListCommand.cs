using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Storage.Access;

namespace Assay.Cli.Commands.Tokens;

/// <summary><c>assay tokens list</c>.</summary>
internal static class TokensListCommand
{
    private static readonly SettingDefinition[] Settings =
        [AccessSettings.Store, new("user", "NAME", "only the tokens of this user"), StoreSettings.Json];

    public static Command Create()
    {
        var command = new Command("list", "List the tokens, without what is secret of them.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, "assay tokens list\nassay tokens list --user ana --json");
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        await using var store = await GovernedStore.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        var tokens = await AllPages.ReadAsync(
            (page, cancel) => store.Access.ListTokensAsync(settings.Text("user"), page, cancellationToken: cancel), cancellationToken).ConfigureAwait(false);
        if (settings.Switch("json"))
        {
            AccessJson.Write(tokens);
            return ExitCode.Done;
        }

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        ListTable.Write(["id", "user", "name", "created", "last used", "ends"], tokens.Select(token => Row(token, now)));
        return ExitCode.Done;
    }

    private static string[] Row(ApiToken token, long now) =>
    [
        token.Id, token.User, token.Name, ListTable.Time(token.Created), token.LastUsed is { } used ? ListTable.Time(used) : "never",
        token switch
        {
            { Revoked: { } revoked } => $"revoked {ListTable.Time(revoked)}",
            { Expires: { } expires } when expires <= now => $"expired {ListTable.Time(expires)}",
            { Expires: { } expires } => ListTable.Time(expires),
            _ => "never",
        },
    ];
}
