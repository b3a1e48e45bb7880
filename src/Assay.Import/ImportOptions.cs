namespace Assay.Import;

/// <summary>What is imported, and how.</summary>
public sealed record ImportOptions
{
    /// <summary>Only the experiments of these names, and no registered models; empty for everything.</summary>
    public IReadOnlyList<string> Experiments { get; init; } = [];

    /// <summary>Whether files are copied too.</summary>
    public bool Artifacts { get; init; } = true;

    /// <summary>Whether only to look, and write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>How many runs are copied at a time.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>The clock that the time taken is measured with.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
