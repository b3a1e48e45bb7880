using Assay.Evaluations;
using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Running;

/// <summary>
/// The scores of a run while it goes on: eight bytes a score, kept by the row's place so that sums come out the same in whatever order the
/// answers arrive. Used by one thread at a time.
/// </summary>
internal sealed class ScoreBoard
{
    private readonly IReadOnlyList<IScorer> _scorers;
    private readonly ScoreSlots[] _slots;
    private readonly string?[] _ids;
    private readonly bool _isCalled;
    private readonly CostMeter? _cost;
    private readonly RowLabels _groups = new();
    private long _input;
    private long _output;
    private bool _usageKnown;

    public ScoreBoard(IReadOnlyList<IScorer> scorers, long rows, bool isCalled, int repeats = 1, CostMeter? cost = null)
    {
        (_scorers, _isCalled, _cost) = (scorers, isCalled, cost);
        _slots = [.. scorers.Select(scorer => new ScoreSlots(rows, repeats, keepsParts: scorer is ICorpusScorer))];
        _ids = repeats > 1 ? new string?[rows] : [];
        Counts = new RowCounts { Total = rows, Repeats = repeats };
    }

    public RowCounts Counts { get; private set; }

    public long Done { get; private set; }

    public long Tokens => _input + _output;

    public TokenUsage? Usage => _usageKnown ? new TokenUsage(_input, _output) : null;

    /// <summary>What all answers cost, in US dollars; null when it is not known.</summary>
    public double? CostUsd => _cost?.Usd;

    public void Add(EvaluatedRow evaluated, bool resumed = false)
    {
        var row = evaluated.Row;
        Done++;
        Count(row, resumed);
        _cost?.Add(row.Answer);
        if (_ids.Length > 0)
        {
            _ids[row.Index] = row.RowId;
        }

        if (row.Answer?.Usage is { } usage)
        {
            _usageKnown = true;
            _input += usage.Input ?? 0;
            _output += usage.Output ?? 0;
        }

        for (var i = 0; i < _slots.Length; i++)
        {
            if (row.Error is not null || i >= row.Scores.Count)
            {
                _slots[i].Miss(row.Index, "the row failed");
            }
            else
            {
                var part = i < evaluated.Parts.Count ? evaluated.Parts[i] : null;
                _slots[i].Set(row.Index, row.Scores[i].Value, row.Scores[i].Reason, row.Repeat, part);
            }
        }
    }

    /// <summary>Says which group a row belongs to; null for one of its own. May be said while rows are added.</summary>
    public void Group(long row, string? label) => _groups.Add(row, label);

    public IReadOnlyList<ScorerSummary> Summarize(IntervalOptions intervals) =>
        [.. _scorers.Select((scorer, i) => ScorerSummaries.Of(scorer, _slots[i], new RunContext(intervals, _groups.IsEmpty ? null : _groups, _ids)))];

    private void Count(EvaluationRow row, bool resumed)
    {
        Counts = Counts with
        {
            Failed = Counts.Failed + (row.Error is null ? 0 : 1),
            Resumed = Counts.Resumed + (resumed ? 1 : 0),
            Refused = Counts.Refused + (row.Answer?.Refusal is null ? 0 : 1),
            Filtered = Counts.Filtered + (row.Answer is { Refusal: null, FinishReason: FinishReason.ContentFilter } ? 1 : 0),
            Truncated = Counts.Truncated + (_isCalled && row.Answer is { Refusal: null, FinishReason: FinishReason.Length } ? 1 : 0),
        };
    }
}
