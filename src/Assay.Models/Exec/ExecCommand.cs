namespace Assay.Models;

/// <summary>A command as the shell is given it.</summary>
internal static class ExecCommand
{
    // What a shell exits with when it finds no such command.
    private const int NotFound = 127;

    /// <summary>
    /// The command, behind a question whether it is there: what a program prints as an error is shown, but the shell's own line about a command that it
    /// does not find would only say again what the message does.
    /// </summary>
    public static string Guarded(string command)
    {
        var word = FirstWord(command);
        return word.Length == 0 ? command
            : word.Contains('/', StringComparison.Ordinal) ? $"[ -e {word} ] || exit {NotFound}; {command}"
            : $"command -v {word} >/dev/null 2>&1 || exit {NotFound}; {command}";
    }

    /// <summary>How a program ended, in words.</summary>
    public static string Ended(int exitCode) => exitCode == NotFound
        ? $"the program ended with exit code {NotFound}: the shell found no such command"
        : $"the program ended with exit code {exitCode}";

    /// <summary>The name that the command begins with; empty where a shell would read more than a name there, such as a variable or a quote.</summary>
    private static string FirstWord(string command)
    {
        var text = command.AsSpan().TrimStart();
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '/' or '.' or '_' or '-' or '+'))
        {
            length++;
        }

        // A dash would be an option of the question.
        var isName = length > 0 && text[0] != '-' && (length == text.Length || text[length] is ' ' or '\t' or '\n' or ';' or '|' or '&' or '<' or '>');
        return isName ? text[..length].ToString() : "";
    }
}
