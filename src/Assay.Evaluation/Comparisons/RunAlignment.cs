namespace Assay.Comparisons;

/// <summary>Which rows runs have in common.</summary>
internal static class RunAlignment
{
    /// <summary>Rows that every run has.</summary>
    public static int SharedRows(IReadOnlyList<RunScores> runs) => runs[0].Keys.Count(key => runs.Skip(1).All(run => run.Find(key) >= 0));

    /// <summary>Rows of a run that the baseline does not have; of the baseline those that no other run has.</summary>
    public static int Unmatched(IReadOnlyList<RunScores> runs, int run) => run == 0
        ? runs[0].Keys.Count(key => runs.Skip(1).All(other => other.Find(key) < 0))
        : runs[run].Keys.Count(key => runs[0].Find(key) < 0);
}
