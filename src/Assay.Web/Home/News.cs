namespace Assay.Web.Home;

/// <summary>What a store has to tell that is new.</summary>
public sealed record News
{
    /// <summary>The newest runs, but those that are listed as under way.</summary>
    public required IReadOnlyList<RecentRun> Runs { get; init; }

    /// <summary>Runs under way, the newest first.</summary>
    public required IReadOnlyList<RecentRun> Running { get; init; }

    /// <summary>Whether more are under way than are listed.</summary>
    public required bool IsMoreRunning { get; init; }

    /// <summary>Of the newest evaluations those of which something is wrong.</summary>
    public required IReadOnlyList<RecentRun> Troubled { get; init; }

    /// <summary>How many evaluations were looked at.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Changes when any of it does.</summary>
    public required string Version { get; init; }
}
