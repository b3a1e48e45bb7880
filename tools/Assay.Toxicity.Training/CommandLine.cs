namespace Assay.Toxicity.Training;

/// <summary>The command's words: an optional subcommand, then options with values.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, string> options = [];

    private CommandLine(string command) => Command = command;

    public string Command { get; }

    public static CommandLine Parse(string[] words)
    {
        var named = words.Length > 0 && !words[0].StartsWith('-');
        var line = new CommandLine(named ? words[0] : "train");
        for (var i = named ? 1 : 0; i < words.Length; i += 2)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || i + 1 >= words.Length)
            {
                throw new ArgumentException($"'{words[i]}' is not an option with a value.");
            }

            line.options[words[i][2..]] = words[i + 1];
        }

        return line;
    }

    public string? Get(string name) => options.GetValueOrDefault(name);

    public string Require(string name) => Get(name) ?? throw new ArgumentException($"--{name} is missing.");
}
