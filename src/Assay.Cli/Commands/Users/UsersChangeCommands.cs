using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Storage.Access;

namespace Assay.Cli.Commands.Users;

/// <summary><c>assay users set-role</c>, <c>disable</c>, <c>enable</c> and <c>remove</c>.</summary>
internal static class UsersChangeCommands
{
    private static readonly SettingDefinition[] Settings = [AccessSettings.Store, StoreSettings.Json];
    private static readonly SettingDefinition[] RoleSettings = [AccessSettings.Role, .. Settings];

    public static Command SetRole() => UsersCommand.Create(
        "set-role", "Change what a user may do.", "assay users set-role ana --role reader", RoleSettings, (name, settings, cancellationToken) =>
        {
            var role = settings.Last(AccessSettings.Role.Name) is { } given
                ? AccessSettings.ReadRole(given)
                : throw new BadInputException("--role is missing; there are reader, editor and admin");
            return ChangeAsync(
                settings, access => access.SetRoleAsync(name, role, cancellationToken), user => $"{user.Name} is {AccessJson.Name(user.Role)}", cancellationToken);
        });

    public static Command Disable() => UsersCommand.Create(
        "disable", "Refuse a user and the user's tokens, and keep both.", "assay users disable ana", Settings, (name, settings, cancellationToken) =>
            ChangeAsync(settings, access => access.SetDisabledAsync(name, true, cancellationToken), user => $"{user.Name} is refused", cancellationToken));

    public static Command Enable() => UsersCommand.Create(
        "enable", "Let in a user who was disabled.", "assay users enable ana", Settings, (name, settings, cancellationToken) =>
            ChangeAsync(settings, access => access.SetDisabledAsync(name, false, cancellationToken), user => $"{user.Name} is let in", cancellationToken));

    public static Command Remove() => UsersCommand.Create(
        "remove", "Remove a user and the user's tokens. What the user logged stays.", "assay users remove ana", [AccessSettings.Store], RemoveAsync);

    private static async Task<int> ChangeAsync(
        SettingBag settings, Func<AccessStore, Task<User>> change, Func<User, string> tell, CancellationToken cancellationToken)
    {
        await using var store = await GovernedStore.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        var user = await change(store.Access).ConfigureAwait(false);
        if (settings.Switch("json"))
        {
            AccessJson.Write(user);
        }
        else
        {
            Console.WriteLine(tell(user));
        }

        return ExitCode.Done;
    }

    private static async Task<int> RemoveAsync(string name, SettingBag settings, CancellationToken cancellationToken)
    {
        await using var store = await GovernedStore.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        await store.Access.RemoveUserAsync(name, cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"Removed {name}");
        if (!(await store.Access.ReadStateAsync(cancellationToken).ConfigureAwait(false)).HasUsers)
        {
            Console.Error.WriteLine("warning: no user is left: a server started on the loopback now lets in everyone on that machine");
        }

        return ExitCode.Done;
    }
}
