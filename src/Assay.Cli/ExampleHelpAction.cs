using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Assay.Cli;

/// <summary>Help that ends with examples of the command it is about.</summary>
internal sealed class ExampleHelpAction(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<Command, string> Examples = [];

    /// <summary>Gives a command examples to show below its options.</summary>
    public static void Give(Command command, string examples) => Examples[command] = examples;

    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ExampleHelpAction((HelpAction)option.Action!);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (Examples.TryGetValue(parseResult.CommandResult.Command, out var examples))
        {
            parseResult.InvocationConfiguration.Output.WriteLine("Examples:");
            foreach (var line in examples.Split('\n'))
            {
                parseResult.InvocationConfiguration.Output.WriteLine("  " + line);
            }
        }

        return ExitCode.Done;
    }
}
