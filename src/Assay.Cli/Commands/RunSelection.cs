namespace Assay.Cli.Commands;

/// <summary>Which runs a command is about.</summary>
/// <param name="Most">At most so many.</param>
internal sealed record RunSelection(int Most)
{
    /// <summary>The name of their experiment; null for every one.</summary>
    public string? Experiment { get; init; }

    /// <summary>A filter; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Orderings; empty for the newest first.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];
}
