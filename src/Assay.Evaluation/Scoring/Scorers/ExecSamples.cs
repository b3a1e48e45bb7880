using Assay.Models;

namespace Assay.Scoring.Scorers;

/// <summary>The samples that wait for a program's lines, in the order in which they were sent. Safe for concurrent use.</summary>
internal sealed class ExecSamples
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(long Id, TaskCompletionSource<Score> Score)> _waiting = [];
    private readonly Dictionary<long, LinkedListNode<(long Id, TaskCompletionSource<Score> Score)>> _byId = [];
    private string? _ended;
    private bool _answered;
    private long _count;

    public (long Id, Task<Score> Score) Add()
    {
        var score = new TaskCompletionSource<Score>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            var id = ++_count;
            if (_ended is not null) score.SetResult(Ended());
            else _byId[id] = _waiting.AddLast((id, score));
            return (id, score.Task);
        }
    }

    /// <summary>Completes the sample with the line's id, or the one that waits longest; false when there is none.</summary>
    public bool Complete(ExecScoreLine line)
    {
        lock (_gate)
        {
            var node = line.Id is { } id ? _byId.GetValueOrDefault(id) : _waiting.First;
            if (node is null) return _ended is not null;
            _waiting.Remove(node);
            _byId.Remove(node.Value.Id);
            node.Value.Score.SetResult(line.Score);
            _answered = true;
            return true;
        }
    }

    /// <summary>Leaves all that wait, and all that come, without a score. Of several endings the first holds.</summary>
    public void End(string reason)
    {
        lock (_gate)
        {
            _ended ??= reason;
            foreach (var (_, score) in _waiting) score.SetResult(Ended());
            _waiting.Clear();
            _byId.Clear();
        }
    }

    // Before any score the program counts as one that cannot be reached (a command that does not exist).
    private Score Ended() => Score.None(new ModelException(_answered ? ModelFailure.ServiceError : ModelFailure.Unreachable, _ended!));
}
