namespace Assay;

/// <summary>One of the texts that a grid tries, under a short name for tables and charts.</summary>
/// <param name="Name">Unique on its axis: <c>short</c>, <c>step by step</c>.</param>
/// <param name="Text">The prompt or system prompt; null for none of its own.</param>
public sealed record GridOption(string Name, string? Text)
{
    /// <summary>The one option of an axis that is not tried.</summary>
    public static IReadOnlyList<GridOption> Untried { get; } = [new("", null)];
}
