namespace Assay.Cli.Settings;

/// <summary>One setting of a command: an option on the command line, and a key without dashes in its YAML file.</summary>
/// <param name="Name">The name without dashes: <c>max-failed</c>.</param>
/// <param name="Value">What stands for its value in help: <c>FILE</c>; null for a switch.</param>
/// <param name="Help">What it does, for help.</param>
/// <param name="IsRepeatable">Whether it may be given several times (a list in YAML).</param>
/// <param name="IsPath">Whether it names a file: in YAML relative to the YAML file's folder.</param>
internal sealed record SettingDefinition(string Name, string? Value, string Help, bool IsRepeatable = false, bool IsPath = false)
{
    public string Option => "--" + Name;

    public bool IsSwitch => Value is null;
}
