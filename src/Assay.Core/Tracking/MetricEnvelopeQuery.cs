namespace Assay.Tracking;

/// <summary>A metric of several runs, drawn into so many columns: what a chart shows of millions of points.</summary>
public sealed record MetricEnvelopeQuery
{
    /// <summary>The runs, 1 to 100.</summary>
    public required IReadOnlyList<string> RunIds { get; init; }

    /// <summary>The metric's key.</summary>
    public required string Key { get; init; }

    /// <summary>What the columns divide.</summary>
    public MetricAxis Axis { get; init; }

    /// <summary>Only points from here on; null for all.</summary>
    public long? From { get; init; }

    /// <summary>Only points up to here; null for all.</summary>
    public long? To { get; init; }

    /// <summary>1 to 4,000.</summary>
    public int Columns { get; init; } = 500;
}
