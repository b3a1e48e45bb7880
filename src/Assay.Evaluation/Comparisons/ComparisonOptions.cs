namespace Assay.Comparisons;

/// <summary>How runs are compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>
    /// The metrics (keys or scorers' names) that the comparison is about: they are corrected together. Empty: those with gates, else all.
    /// </summary>
    public IReadOnlyList<string> Primary { get; init; } = [];

    /// <summary>Differences below this do not matter: a comparison that rules out larger ones is <see cref="Verdict.Equivalent"/>.</summary>
    public double? Margin { get; init; }

    /// <summary>Of tests and intervals, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The test; null for McNemar's mid-p where scores are pass or fail, else sign flips.</summary>
    public PairedTest? Test { get; init; }

    /// <summary>The column that rows which belong together share (questions on one passage); null when each stands for itself.</summary>
    public string? GroupColumn { get; init; }

    /// <summary>Of random flips and resamples.</summary>
    public ulong Seed { get; init; }

    /// <summary>How many of the rows that changed most are listed for a metric.</summary>
    public int MostChanged { get; init; } = 10;

    /// <summary>The power that is asked of "the smallest difference that could have been seen".</summary>
    public double Power { get; init; } = 0.8;

    internal void Check()
    {
        if (Confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(Confidence), Confidence, "confidence lies between 0 and 1");
        if (Margin is not (null or > 0)) throw new ArgumentOutOfRangeException(nameof(Margin), Margin, "the margin is more than 0");
        ArgumentOutOfRangeException.ThrowIfNegative(MostChanged);
    }
}
