using System.CommandLine;
using Assay.Naming;

namespace Assay.Cli.Faults;

/// <summary>One line about a call that cannot be understood.</summary>
internal static class UsageError
{
    public static string Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "assay" : $"assay {command.Name}";
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return $"{path}: {parsed.Errors[0].Message.TrimEnd('.')}; '{path} --help' shows how it is called";
        }

        var unknown = parsed.UnmatchedTokens[0];
        if (unknown.StartsWith('-'))
        {
            var name = unknown.Split('=')[0];
            var known = command.Options.Select(option => option.Name);
            return $"{path}: unknown option {name}{NameSuggestion.Ending(name, known)}; '{path} --help' lists the options";
        }

        return command is RootCommand
            ? $"assay: unknown command '{unknown}'{NameSuggestion.Ending(unknown, command.Subcommands.Select(sub => sub.Name))}; 'assay --help' lists the commands"
            : $"{path}: cannot use '{unknown}' here; '{path} --help' shows how it is called";
    }
}
