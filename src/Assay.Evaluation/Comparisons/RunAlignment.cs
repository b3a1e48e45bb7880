namespace Assay.Comparisons;

/// <summary>Which rows runs have in common.</summary>
internal static class RunAlignment
{
    /// <summary>
    /// The scores keyed by id, or by content where that finds more rows in all runs. The id of a row without an id column is the digest of all it
    /// holds, recorded answers included: by it only rows would meet that were answered alike, and a comparison of those alone would be wrong.
    /// </summary>
    public static async Task<(IReadOnlyList<RunScores> Runs, bool ByContent)> ReadAsync(
        Func<bool, CancellationToken, Task<IReadOnlyList<RunScores>>> read, CancellationToken cancellationToken)
    {
        var byId = await read(false, cancellationToken).ConfigureAwait(false);
        var shared = SharedRows(byId);
        if (shared == byId.Min(run => run.Keys.Count)) return (byId, false);
        var byContent = await read(true, cancellationToken).ConfigureAwait(false);
        return SharedRows(byContent) > shared ? (byContent, true) : (byId, false);
    }

    /// <summary>Rows that every run has.</summary>
    public static int SharedRows(IReadOnlyList<RunScores> runs) => runs[0].Keys.Count(key => runs.Skip(1).All(run => run.Find(key) >= 0));

    /// <summary>Rows of a run that the baseline does not have; of the baseline those that no other run has.</summary>
    public static int Unmatched(IReadOnlyList<RunScores> runs, int run) => run == 0
        ? runs[0].Keys.Count(key => runs.Skip(1).All(other => other.Find(key) < 0))
        : runs[run].Keys.Count(key => runs[0].Find(key) < 0);
}
