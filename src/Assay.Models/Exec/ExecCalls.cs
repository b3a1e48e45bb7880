namespace Assay.Models;

/// <summary>The calls that wait for a program's lines, by their ids. Safe for concurrent use.</summary>
internal sealed class ExecCalls
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Row, TaskCompletionSource<Answer> Answer)> _waiting = [];
    private readonly HashSet<string> _abandoned = [];
    private Func<string, ModelException>? _ended;

    /// <summary>
    /// Adds a call, under an id that no other open call has: the row's, with the repeat, and a number when that is taken.
    /// </summary>
    public (string Id, Task<Answer> Answer) Add(ModelRequest request)
    {
        lock (_gate)
        {
            if (_ended is not null)
            {
                throw _ended(request.RowId);
            }

            var name = request.Repeat == 0 ? request.RowId : $"{request.RowId}#{request.Repeat}";
            var id = name;
            for (var number = 2; _waiting.ContainsKey(id) || _abandoned.Contains(id); number++)
            {
                id = $"{name}~{number}";
            }

            var answer = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(id, (request.RowId, answer));
            return (id, answer.Task);
        }
    }

    /// <summary>Nobody waits for this call any more; its line may still come.</summary>
    public void Abandon(string id)
    {
        lock (_gate)
        {
            if (_waiting.Remove(id))
            {
                _abandoned.Add(id);
            }
        }
    }

    /// <summary>Completes the call that the line answers; false when no call with its id was made, or it was answered before.</summary>
    public bool Complete(ExecLine line, Func<string, ModelException> failure)
    {
        lock (_gate)
        {
            if (!_waiting.Remove(line.Id, out var call))
            {
                return _abandoned.Remove(line.Id) || _ended is not null;
            }

            if (line.Answer is { } answer)
            {
                call.Answer.SetResult(answer);
            }
            else
            {
                call.Answer.SetException(failure(call.Row));
            }

            return true;
        }
    }

    /// <summary>Fails all open calls and every later one.</summary>
    /// <param name="failure">The failure for a row. Of several endings the first holds.</param>
    public void End(Func<string, ModelException> failure)
    {
        lock (_gate)
        {
            _ended ??= failure;
            foreach (var (row, answer) in _waiting.Values)
            {
                answer.SetException(_ended(row));
            }

            _waiting.Clear();
        }
    }
}
