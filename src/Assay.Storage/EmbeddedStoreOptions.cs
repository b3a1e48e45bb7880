using Assay.Artifacts;

namespace Assay.Storage;

/// <summary>How an embedded store behaves; the defaults are meant for everyone.</summary>
public sealed record EmbeddedStoreOptions
{
    /// <summary>How long a write waits for another process that holds the file before it is refused as temporarily unavailable.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock that creation, update and start times come from.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where artifacts are kept; null for the folder <c>X-artifacts</c> beside the file.</summary>
    public IArtifactStore? Artifacts { get; init; }

    /// <summary>
    /// Whether a write that finds the queue full is refused (<see cref="ErrorCode.RequestLimitExceeded"/>) instead of waiting its turn: right for a
    /// server, whose callers can be told to come back.
    /// </summary>
    public bool RefusesWhenFull { get; init; }

    /// <summary>How many writes may wait for the file.</summary>
    public int QueueLength { get; init; } = 1024;

    /// <summary>How long a read may take before it is stopped as temporarily unavailable; null for as long as it takes.</summary>
    public TimeSpan? ReadTimeout { get; init; }

    /// <summary>For tests: the file may not grow past this many pages, as on a full disk.</summary>
    internal int? MaxPages { get; init; }
}
