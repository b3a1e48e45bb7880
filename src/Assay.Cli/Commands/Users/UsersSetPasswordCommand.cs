using System.CommandLine;
using Assay.Cli.Input;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Server.Access;

namespace Assay.Cli.Commands.Users;

/// <summary><c>assay users set-password</c>.</summary>
internal static class UsersSetPasswordCommand
{
    private static readonly SettingDefinition[] Settings = [AccessSettings.Store, .. AccessSettings.Password, StoreSettings.Json];

    public static Command Create() => UsersCommand.Create(
        "set-password", "Give a user another password. The user's tokens stay good.",
        "assay users set-password ana\nassay users set-password ana --generate", Settings, RunAsync);

    /// <summary>Shows a password that was made, the only time.</summary>
    public static void Show(string? password)
    {
        if (password is not null)
        {
            Console.WriteLine($"Password: {password}");
            Console.Error.WriteLine("It is not shown again.");
        }
    }

    private static async Task<int> RunAsync(string name, SettingBag settings, CancellationToken cancellationToken)
    {
        await using var store = await GovernedStore.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        if (await store.Access.FindUserAsync(name, cancellationToken).ConfigureAwait(false) is null)
        {
            throw new BadInputException($"no user '{name}'; 'assay users list' lists them");
        }

        var password = await PasswordInput.ReadAsync(settings, name, cancellationToken).ConfigureAwait(false);
        var user = await store.Access.SetPasswordAsync(name, Passwords.Hash(password.Text), cancellationToken).ConfigureAwait(false);
        var shown = password.IsGenerated ? password.Text : null;
        if (settings.Switch("json"))
        {
            AccessJson.Write(user, shown);
        }
        else
        {
            Console.WriteLine($"{user.Name} has another password");
            Show(shown);
        }

        return ExitCode.Done;
    }
}
