using System.CommandLine;
using Assay.Cli.Settings;

namespace Assay.Cli.Commands.Users;

/// <summary><c>assay users</c>: who may use a server.</summary>
internal static class UsersCommand
{
    public static Command Create() => new("users", "Govern who may use a server over a store: add, list, remove users, change roles and passwords.")
    {
        UsersAddCommand.Create(),
        UsersListCommand.Create(),
        UsersSetPasswordCommand.Create(),
        UsersChangeCommands.SetRole(),
        UsersChangeCommands.Disable(),
        UsersChangeCommands.Enable(),
        UsersChangeCommands.Remove(),
    };

    /// <summary>A command about one user.</summary>
    public static Command Create(
        string name, string description, string examples, IReadOnlyList<SettingDefinition> settings,
        Func<string, SettingBag, CancellationToken, Task<int>> run)
    {
        var user = new Argument<string>("NAME") { Description = "the user's name" };
        var command = new Command(name, description) { user };
        SettingOptions.AddTo(command, settings);
        command.SetAction((parsed, cancellationToken) => run(parsed.GetValue(user)!, SettingOptions.Read(parsed, settings), cancellationToken));
        ExampleHelpAction.Give(command, examples);
        return command;
    }
}
