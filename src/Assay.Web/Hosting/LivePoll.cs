namespace Assay.Web.Hosting;

/// <summary>A question that is being asked until it is disposed of, and those who wait for its next answer.</summary>
internal sealed class LivePoll : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private volatile TaskCompletionSource<string> _next = Later();

    public LivePoll(LiveQuestion question) => (Question, Stop) = (question, _stop.Token);

    public LiveQuestion Question { get; }

    /// <summary>How many follow it.</summary>
    public int Viewers { get; set; }

    /// <summary>When nobody follows it any more.</summary>
    public CancellationToken Stop { get; }

    /// <summary>The answer after the one that was given last.</summary>
    public Task<string> Next => _next.Task;

    public void Tell(string answer)
    {
        // The one to wait for next is there before anybody goes on.
        var told = _next;
        _next = Later();
        told.SetResult(answer);
    }

    public void Fail(Exception failure)
    {
        _next.SetException(failure);

        // Seen, even where nobody waits any more.
        _ = _next.Task.Exception;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static TaskCompletionSource<string> Later() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
