namespace Assay.Client;

/// <summary>How a <see cref="TrackingClient"/> works.</summary>
public sealed record TrackingClientOptions
{
    /// <summary>Whether the store is disposed with the client.</summary>
    public bool OwnsStore { get; init; }

    /// <summary>How many metrics, parameters and tags of a run may wait to be sent; who logs more waits. At least 1.</summary>
    public int QueueLength { get; init; } = 10_000;

    /// <summary>The clock of start, end and metrics.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
