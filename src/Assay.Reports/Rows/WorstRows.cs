using Assay.Evaluations;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Reports.Rows;

/// <summary>Keeps the rows with the worst scores of one scorer, the earlier row where scores are equal.</summary>
internal sealed class WorstRows(ScorerDescription scorer, int count)
{
    private readonly PriorityQueue<ReportRow, (double Badness, long Earliness)> _kept = new();

    /// <summary>One for each scorer with a direction, sharing <paramref name="places"/> places.</summary>
    public static IReadOnlyList<WorstRows> Share(IReadOnlyList<ScorerSummary> scorers, int places)
    {
        var directed = scorers.Where(s => s.Scorer.Direction != ScoreDirection.None).Select(s => s.Scorer).ToArray();
        return directed.Length == 0 || places < directed.Length ? [] : [.. directed.Select(s => new WorstRows(s, places / directed.Length))];
    }

    public IEnumerable<ReportRow> Rows => _kept.UnorderedItems.Select(item => item.Element);

    public int Places => count;

    public void Offer(EvaluationRow row, long place, int limit)
    {
        if (row.Scores.FirstOrDefault(s => s.Scorer == scorer.Name)?.Value is not { } value || double.IsNaN(value))
        {
            return;
        }

        var priority = (scorer.Direction == ScoreDirection.Higher ? -value : value, -place);
        if (_kept.Count < count)
        {
            _kept.Enqueue(Kept(row, limit), priority);
        }
        else if (_kept.TryPeek(out _, out var least) && priority.CompareTo(least) > 0)
        {
            _kept.DequeueEnqueue(Kept(row, limit), priority);
        }
    }

    private ReportRow Kept(EvaluationRow row, int limit) => ReportRow.Of(row, RowChoice.ForScore(scorer.Name), limit);
}
