using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Naming;

namespace Assay.Cli.Faults;

/// <summary>One line about a call that cannot be understood.</summary>
internal static class UsageError
{
    /// <summary>What is wrong with the call; null when nothing is.</summary>
    public static string? Find(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = Path(parsed.CommandResult);
        if (UnknownOption(parsed) is { } option)
        {
            var known = command.Options.Select(known => known.Name);
            return $"{path}: unknown option {option}{NameSuggestion.Ending(option, known)}; '{path} --help' lists the options";
        }

        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        if (parsed.UnmatchedTokens.Count == 0)
        {
            return $"{path}: {parsed.Errors[0].Message.TrimEnd('.')}; '{path} --help' shows how it is called";
        }

        var unknown = parsed.UnmatchedTokens[0];
        return command.Subcommands.Count > 0
            ? $"{path}: unknown command '{unknown}'{NameSuggestion.Ending(unknown, command.Subcommands.Select(sub => sub.Name))}; '{path} --help' lists the commands"
            : $"{path}: cannot use '{unknown}' here; '{path} --help' shows how it is called";
    }

    private static string Path(CommandResult command) => command.Parent is CommandResult above ? $"{Path(above)} {command.Command.Name}" : "assay";

    /// <summary>An option that nobody knows is taken for an argument where the command has one; no argument of ours begins with two dashes.</summary>
    private static string? UnknownOption(ParseResult parsed) => parsed.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens).Select(token => token.Value).Concat(parsed.UnmatchedTokens)
        .FirstOrDefault(token => token.StartsWith("--", StringComparison.Ordinal))?.Split('=')[0];
}
