namespace Assay.Filters;

/// <summary>How <see cref="ScoreFilter"/> reads lines.</summary>
public sealed record ScoreFilterOptions
{
    /// <summary>The field that is scored.</summary>
    public string PredictionColumn { get; init; } = "prediction";

    /// <summary>The field of what was expected.</summary>
    public string ReferenceColumn { get; init; } = "reference";

    /// <summary>The field of what was asked.</summary>
    public string InputColumn { get; init; } = "input";

    /// <summary>The field of what the answer was to be based on.</summary>
    public string ContextColumn { get; init; } = "context";

    /// <summary>
    /// Whether a line that cannot be read becomes <c>{"error": …, "line": N}</c> in its place instead of ending the filter.
    /// </summary>
    public bool KeepGoing { get; init; }

    /// <summary>How messages call the input.</summary>
    public string Name { get; init; } = "standard input";

    /// <summary>How many batches of lines are worked on at a time.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>How many lines of a batch wait for scorers that ask a service, at most.</summary>
    public int Waiting { get; init; } = 8;
}
