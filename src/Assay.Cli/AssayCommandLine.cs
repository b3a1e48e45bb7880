using System.CommandLine;
using Assay.Cli.Commands;
using Assay.Cli.Commands.Judges;
using Assay.Cli.Commands.Tokens;
using Assay.Cli.Commands.Users;
using Assay.Cli.Faults;

namespace Assay.Cli;

/// <summary>The command line as a whole: which commands there are, and how a call of one ends.</summary>
internal static class AssayCommandLine
{
    /// <summary>Time to store what is done after Ctrl-C; a second Ctrl-C does not wait.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = MakeRoot();
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not ExampleHelpAction && UsageError.Find(parsed) is { } wrong)
        {
            await Console.Error.WriteLineAsync(wrong).ConfigureAwait(false);
            return ExitCode.BadInput;
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop };
        try
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            return FailureReport.Write(failure, Console.Error);
        }
    }

    private static RootCommand MakeRoot()
    {
        var root = new RootCommand("Assay tells whether a language model is good, fair and unchanged.")
        {
            DemoCommand.Create(),
            EvaluateCommand.Create(),
            ScoreCommand.Create(),
            CompareCommand.Create(),
            PowerCommand.Create(),
            PlotCommand.Create(),
            DataCommand.Create(),
            JudgeCommand.Create(),
            ExperimentsCommand.Create(),
            RunsCommand.Create(),
            ShowCommand.Create(),
            ServeCommand.Create(),
            UiCommand.Create(),
            GcCommand.Create(),
            ImportCommand.Create(),
            UsersCommand.Create(),
            TokensCommand.Create(),
            MigrateCommand.Create(),
            BackupCommand.Create(),
        };
        root.SetAction(_ =>
        {
            root.Parse(["--help"]).Invoke();
            return ExitCode.BadInput;
        });
        ExampleHelpAction.AddTo(root);
        return root;
    }
}
