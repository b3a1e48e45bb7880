using Spectre.Console;

namespace Assay.Cli.Output;

/// <summary>Standard output with tables; when it is no terminal nothing is wrapped at its width.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 240;

    public static IAnsiConsole Output { get; } = Create();

    /// <summary>Text from data must not steer the terminal.</summary>
    public static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
