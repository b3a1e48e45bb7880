using Assay.Scoring;
using Assay.Tracking;

namespace Assay.Comparisons;

/// <summary>The scores of two runs, keyed so that their rows meet: by id, else by content.</summary>
internal static class RunPair
{
    public static async Task<(IReadOnlyList<RunScores> Runs, bool ByContent)> ReadAsync(
        IAssayStore store, string first, string second, CancellationToken cancellationToken)
    {
        var a = await RunLookup.FindAsync(store.Tracking, first, cancellationToken).ConfigureAwait(false);
        var b = await RunLookup.FindAsync(store.Tracking, second, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(store, a, b, null, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="store">Where the runs are.</param>
    /// <param name="first">The baseline.</param>
    /// <param name="second">The other.</param>
    /// <param name="scorers">Of the second run, when its summary is not written yet.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<(IReadOnlyList<RunScores> Runs, bool ByContent)> ReadAsync(
        IAssayStore store, Run first, Run second, IReadOnlyList<ScorerDescription>? scorers, CancellationToken cancellationToken)
    {
        var reader = new RunScoresReader(store, null);
        return await RunAlignment.ReadAsync(
            async (byContent, cancel) =>
            [
                await reader.ReadAsync(first, byContent, null, cancel).ConfigureAwait(false),
                await reader.ReadAsync(second, byContent, scorers, cancel).ConfigureAwait(false),
            ],
            cancellationToken).ConfigureAwait(false);
    }
}
