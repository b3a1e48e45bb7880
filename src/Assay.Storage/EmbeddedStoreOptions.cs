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

    /// <summary>For tests: the file may not grow past this many pages, as on a full disk.</summary>
    internal int? MaxPages { get; init; }
}
