namespace Assay.Import;

/// <summary>What an import has done so far, or in all.</summary>
public sealed record ImportReport
{
    /// <summary>The experiments.</summary>
    public ImportCounts Experiments { get; init; }

    /// <summary>The runs.</summary>
    public ImportCounts Runs { get; init; }

    /// <summary>The logged models.</summary>
    public ImportCounts LoggedModels { get; init; }

    /// <summary>The registered models.</summary>
    public ImportCounts RegisteredModels { get; init; }

    /// <summary>Their versions.</summary>
    public ImportCounts ModelVersions { get; init; }

    /// <summary>Points of metrics that were written.</summary>
    public long Points { get; init; }

    /// <summary>Files that were written.</summary>
    public long Files { get; init; }

    /// <summary>The bytes of those files.</summary>
    public long Bytes { get; init; }

    /// <summary>Traces that the source has and that are not copied yet.</summary>
    public long Traces { get; init; }

    /// <summary>Since the import began.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How many things, or parts of them, were not copied.</summary>
    public int OmissionCount { get; init; }

    /// <summary>The first 1,000 of them.</summary>
    public IReadOnlyList<Omission> Omissions { get; init; } = [];

    /// <summary>The experiment being copied; null before the first and after the last.</summary>
    public string? Current { get; init; }

    /// <summary>Whether all that was asked for is there.</summary>
    public bool IsComplete => OmissionCount == 0;
}
