using System.CommandLine;
using Assay.Cli.Input;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Server.Access;
using Assay.Storage.Access;

namespace Assay.Cli.Commands.Users;

/// <summary><c>assay users add</c>.</summary>
internal static class UsersAddCommand
{
    private const string Examples = """
        assay users add ana
        assay users add ana --store /srv/assay/assay.db --role admin
        assay users add robot --role editor --generate --json
        pass show assay/ana | assay users add ana --password-stdin
        """;

    private static readonly SettingDefinition[] Settings = [AccessSettings.Store, AccessSettings.Role, .. AccessSettings.Password, StoreSettings.Json];

    public static Command Create() => UsersCommand.Create(
        "add", "Add a user. A store's first user is an admin unless --role says otherwise.", Examples, Settings, RunAsync);

    private static async Task<int> RunAsync(string name, SettingBag settings, CancellationToken cancellationToken)
    {
        Role? role = settings.Last(AccessSettings.Role.Name) is { } given ? AccessSettings.ReadRole(given) : null;
        await using var store = await GovernedStore.OpenOrCreateAsync(settings, cancellationToken).ConfigureAwait(false);
        if (await store.Access.FindUserAsync(name, cancellationToken).ConfigureAwait(false) is not null)
        {
            throw new BadInputException($"user '{name}' already exists; 'assay users set-role' and 'assay users set-password' change one");
        }

        var password = await PasswordInput.ReadAsync(settings, name, cancellationToken).ConfigureAwait(false);
        var user = await store.Access.AddUserAsync(new NewUser(name, Passwords.Hash(password.Text), role), cancellationToken).ConfigureAwait(false);
        var shown = password.IsGenerated ? password.Text : null;
        if (settings.Switch("json"))
        {
            AccessJson.Write(user, shown);
        }
        else
        {
            Console.WriteLine($"Added {user.Name}, {AccessJson.Name(user.Role)}, to {store.Location}");
            UsersSetPasswordCommand.Show(shown);
        }

        return ExitCode.Done;
    }
}
