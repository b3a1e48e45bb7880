using System.CommandLine;

namespace Assay.Cli.Commands;

/// <summary><c>assay import</c>: moving in; one command below it for each place to move from.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var command = new Command("import", "Copy what was tracked elsewhere into a store.") { ImportMlflowCommand.Create() };
        command.SetAction(parsed =>
        {
            parsed.RootCommandResult.Command.Parse(["import", "--help"]).Invoke();
            return ExitCode.BadInput;
        });
        ExampleHelpAction.Give(command, "assay import mlflow --from mlruns\nassay import mlflow --help");
        return command;
    }
}
