using Assay.Artifacts;

namespace Assay.Storage;

/// <summary>How a store in PostgreSQL behaves; the defaults are meant for everyone.</summary>
public sealed record PostgresStoreOptions
{
    /// <summary>The most connections at once, two thirds of them for writes. All servers' together must be fewer than the database's <c>max_connections</c>.</summary>
    public int MaxConnections { get; init; } = 24;

    /// <summary>How long connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one statement may take before it is ended and refused as temporarily unavailable.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a write waits for another that has locked the same before it is refused as temporarily unavailable.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock that creation, update and start times come from.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where artifacts are kept; null for the folder <c>assay/artifacts</c> in the user's data folder.</summary>
    public IArtifactStore? Artifacts { get; init; }
}
