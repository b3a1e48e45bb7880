using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Storage.Access;

namespace Assay.Cli.Commands.Users;

/// <summary><c>assay users list</c>.</summary>
internal static class UsersListCommand
{
    private static readonly SettingDefinition[] Settings = [AccessSettings.Store, StoreSettings.Json];

    public static Command Create()
    {
        var command = new Command("list", "List the users.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, "assay users list\nassay users list --store lab.db --json");
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        await using var store = await GovernedStore.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        var users = await AllPages.ReadAsync((page, cancel) => store.Access.ListUsersAsync(page, cancellationToken: cancel), cancellationToken)
            .ConfigureAwait(false);
        if (settings.Switch("json"))
        {
            AccessJson.Write(users);
        }
        else
        {
            ListTable.Write(["name", "role", "created", "state"], users.Select(Row));
        }

        return ExitCode.Done;
    }

    private static string[] Row(User user) =>
    [
        user.Name, AccessJson.Name(user.Role), ListTable.Time(user.Created), user.Disabled is { } since ? $"disabled since {ListTable.Time(since)}" : "",
    ];
}
