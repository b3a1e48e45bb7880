using Assay.Evaluations;
using Assay.Results;
using Assay.Scoring;
using Assay.Tracking;

namespace Assay.Comparisons;

/// <summary>Reads the scores of runs, a page of rows at a time.</summary>
internal sealed class RunScoresReader(IAssayStore store, string? groupColumn)
{
    private const int PageSize = 1000;

    /// <summary>All scores of a run. Throws <see cref="BadInputException"/> when it has no rows.</summary>
    /// <param name="run">The run.</param>
    /// <param name="byContent">Whether rows are known by what they hold, and not by their ids.</param>
    /// <param name="scorers">What the scorers are, for a run whose summary is not written yet.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RunScores> ReadAsync(
        Run run, bool byContent, IReadOnlyList<ScorerDescription>? scorers, CancellationToken cancellationToken)
    {
        var summary = await SummaryArtifact.ReadAsync(store.Artifacts, run, cancellationToken).ConfigureAwait(false);
        var known = (scorers ?? summary?.Scorers.Select(of => of.Scorer) ?? []).ToDictionary(of => of.Name);
        var scores = new RunScores(run.RunId, run.RunName)
        {
            Summary = summary,
            DataDigest = run.Inputs.Count > 0 ? run.Inputs[0].Dataset.Digest : summary?.Dataset.Digest,
            Settings = run.Params,
        };
        foreach (var scorer in known.Values) scores.Column(scorer.Name, () => scorer);
        var keys = new RowKeys(byContent ? run.Params.FirstOrDefault(param => param.Key == "predictions")?.Value : null, byContent, groupColumn);
        await foreach (var row in RowsAsync(run.RunId, cancellationToken).ConfigureAwait(false))
        {
            var place = scores.Place(keys.Of(row));
            if (groupColumn is not null) scores.SetGroup(place, keys.GroupOf(row));
            foreach (var score in row.Scores)
            {
                scores.Column(score.Scorer, () => ScorerGuess.Of(score.Scorer)).Add(place, score.Value ?? double.NaN);
            }
        }

        return scores.Keys.Count > 0 ? scores : throw new BadInputException(
            $"the run {run.RunId} ({run.RunName}) has no rows of an evaluation here; compare runs that 'assay evaluate' made");
    }

    /// <summary>Fills in question and answers of the rows that changed most.</summary>
    public async Task<Dictionary<UInt128, EvaluationRow>> RowsOfAsync(
        RunScores run, bool byContent, HashSet<UInt128> wanted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<UInt128, EvaluationRow>();
        var keys = new RowKeys(byContent ? run.Settings.FirstOrDefault(param => param.Key == "predictions")?.Value : null, byContent, null);
        await foreach (var row in RowsAsync(run.Id, cancellationToken).ConfigureAwait(false))
        {
            var key = keys.Of(row);
            if (row.Repeat == 0 && wanted.Contains(key)) found.TryAdd(key, row);
            if (found.Count == wanted.Count) break;
        }

        return found;
    }

    public async IAsyncEnumerable<EvaluationRow> RowsAsync(
        string runId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new EvaluationRowQuery { RunId = runId, MaxResults = PageSize };
        do
        {
            var page = await store.Evaluations.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items) yield return row;
            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);
    }
}
