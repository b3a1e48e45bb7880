using System.Collections.Concurrent;
using Assay.Tracking;
using Assay.Web.Evaluations;

namespace Assay.Web.Experiments;

/// <summary>
/// The evaluations of runs. A summary is written once, when its run ends, so what was read is kept for the next page. Files may be far away: what is
/// not here in time is left out of this page and is there for the next.
/// </summary>
internal sealed class RunEvaluations
{
    private const int MostKept = 4096;
    private const int AtOnce = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(120);

    private readonly ConcurrentDictionary<(string RunId, long EndTime), RunEvaluation?> _kept = new();

    /// <summary>The evaluations of those of the runs that have one, as far as they come in time.</summary>
    public async Task<IReadOnlyDictionary<string, RunEvaluation>> ReadAsync(IAssayStore store, IEnumerable<Run> runs, CancellationToken cancellationToken)
    {
        if (_kept.Count > MostKept) _kept.Clear();
        var ended = runs.Where(run => run.EndTime is not null && RunSummary.IsExpected(run)).ToList();
        var missing = ended.Where(run => !_kept.ContainsKey(Key(run))).ToList();
        try
        {
            // What the page does not wait for goes on, and is there for the next one.
            await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (run, _) =>
                _kept[Key(run)] = await ReadAsync(store, run).ConfigureAwait(false)).WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The page does without.
        }

        var found = new Dictionary<string, RunEvaluation>(StringComparer.Ordinal);
        foreach (var run in ended)
        {
            if (_kept.TryGetValue(Key(run), out var evaluation) && evaluation is not null) found[run.RunId] = evaluation;
        }

        return found;
    }

    private static (string RunId, long EndTime) Key(Run run) => (run.RunId, run.EndTime!.Value);

    private static async Task<RunEvaluation?> ReadAsync(IAssayStore store, Run run) =>
        await RunSummary.TryReadAsync(store, run, CancellationToken.None).ConfigureAwait(false) is { } summary ? RunEvaluation.Of(summary) : null;
}
