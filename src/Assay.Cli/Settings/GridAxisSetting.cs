namespace Assay.Cli.Settings;

/// <summary>An axis of a grid as a file gives it.</summary>
/// <param name="Name">The setting that varies: <c>prompt</c>, <c>max-tokens</c>.</param>
/// <param name="Options">Its values, each under its name.</param>
internal sealed record GridAxisSetting(string Name, IReadOnlyList<(string Name, SettingValue Value)> Options)
{
    /// <summary>The file's key that holds the axes.</summary>
    public const string Section = "grid";

    public static readonly string[] Axes = ["model", "prompt", "system", "temperature", "max-tokens", "data"];
}
