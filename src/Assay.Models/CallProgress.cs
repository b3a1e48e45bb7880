namespace Assay.Models;

/// <summary>
/// One call on its way through the decorators: how often it was tried, why the last try failed, how much of the row's time is left. Used by
/// one call at a time.
/// </summary>
internal sealed class CallProgress
{
    private int _attempts;

    /// <summary>Times that the model itself was asked.</summary>
    public int Attempts => _attempts;

    /// <summary>Why the last try failed; null when none has.</summary>
    public ModelException? LastFailure { get; set; }

    /// <summary>The time that is left for the row; null when it has no limit.</summary>
    public RowClock? Clock { get; set; }

    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    /// <summary>The request with its progress, which the outermost decorator that needs it creates.</summary>
    public static (ModelRequest Request, CallProgress Progress) Of(ModelRequest request)
    {
        if (request.Progress is { } known)
        {
            return (request, known);
        }

        var progress = new CallProgress();
        return (request with { Progress = progress }, progress);
    }
}
