using Assay.Tracking;

namespace Assay.Import;

/// <summary>A run at the source. May be read on several threads at once with other runs, not with itself.</summary>
public interface IRunSource
{
    /// <summary>What messages call it: <c>run ID of experiment NAME</c>.</summary>
    string Name { get; }

    /// <summary>Reads all but the histories and the artifacts.</summary>
    /// <exception cref="DamagedException">It cannot be read as a run.</exception>
    Task<SourceRun> ReadAsync(PartLog parts, CancellationToken cancellationToken);

    /// <summary>Every point of every metric.</summary>
    IAsyncEnumerable<Metric> PointsAsync(PartLog parts, CancellationToken cancellationToken);

    /// <summary>Its files; null when the source has none that can be reached.</summary>
    IArtifactTree? Artifacts(PartLog parts);
}
