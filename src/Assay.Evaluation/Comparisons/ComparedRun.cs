namespace Assay.Comparisons;

/// <summary>A run that takes part in a comparison, or a file of scores.</summary>
/// <param name="Id">The run's id; of a file its path.</param>
/// <param name="Name">For people.</param>
/// <param name="Rows">How many rows it has, repeats not counted.</param>
/// <param name="Unmatched">How many of them the first run does not have; of the first run: that no other has.</param>
/// <param name="DataDigest">The digest of its data set; null when not known.</param>
public sealed record ComparedRun(string Id, string Name, int Rows, int Unmatched, string? DataDigest)
{
    /// <summary>What was set and differs between the runs: model, prompt, temperature …</summary>
    public IReadOnlyList<Tracking.Param> Settings { get; init; } = [];
}
