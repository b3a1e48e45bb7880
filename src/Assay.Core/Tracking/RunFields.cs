namespace Assay.Tracking;

/// <summary>
/// What of each run a search shall bring, for a table of a few columns over runs that have thousands of metrics. A store that cannot leave things
/// out brings more.
/// </summary>
public sealed record RunFields
{
    /// <summary>Keys of metrics; empty for none.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Keys of parameters; empty for none.</summary>
    public IReadOnlyList<string> Params { get; init; } = [];

    /// <summary>Keys of tags; empty for none. The tag of the name comes anyway.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether data sets and models that the runs read come too.</summary>
    public bool Inputs { get; init; }
}
