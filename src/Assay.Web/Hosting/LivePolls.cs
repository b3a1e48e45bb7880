using System.Runtime.CompilerServices;

namespace Assay.Web.Hosting;

/// <summary>
/// Asks the store every two seconds what has changed, as what writes to it may be another process: each question once, however many follow it, and
/// only as long as somebody does. A store that needs long to answer is asked less often, so that it is busy with it a tenth of the time.
/// </summary>
internal sealed class LivePolls(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2), LongestPause = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, LivePoll> _polls = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>How many questions are being asked.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _polls.Count;
        }
    }

    /// <summary>The answers to a question from now on, the same or not. Ends when the store fails, with its failure, for all who follow.</summary>
    public async IAsyncEnumerable<string> FollowAsync(LiveQuestion question, [EnumeratorCancellation] CancellationToken stop)
    {
        var poll = Join(question);
        try
        {
            while (true)
            {
                yield return await poll.Next.WaitAsync(stop).ConfigureAwait(false);
            }
        }
        finally
        {
            Leave(poll);
        }
    }

    private LivePoll Join(LiveQuestion question)
    {
        lock (_gate)
        {
            if (!_polls.TryGetValue(question.Key, out var poll))
            {
                poll = new LivePoll(question);
                _polls.Add(question.Key, poll);
                var begun = poll;
                _ = Task.Run(() => RunAsync(begun), CancellationToken.None);
            }

            poll.Viewers++;
            return poll;
        }
    }

    private void Leave(LivePoll poll)
    {
        lock (_gate)
        {
            if (--poll.Viewers > 0) return;
            Forget(poll);
        }

        poll.Dispose();
    }

    private async Task RunAsync(LivePoll poll)
    {
        try
        {
            while (true)
            {
                var begun = clock.GetTimestamp();
                poll.Tell(await poll.Question.Ask(poll.Stop).ConfigureAwait(false));
                await Task.Delay(PauseAfter(clock.GetElapsedTime(begun)), clock, poll.Stop).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            // Who comes now has it asked anew; those who wait are told.
            lock (_gate) Forget(poll);
            poll.Fail(failure);
        }
    }

    private static TimeSpan PauseAfter(TimeSpan answer)
    {
        var pause = answer * 9;
        return pause < Pause ? Pause : pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>Another poll of the same question may have begun meanwhile: that one stays.</summary>
    private void Forget(LivePoll poll)
    {
        if (_polls.GetValueOrDefault(poll.Question.Key) == poll) _polls.Remove(poll.Question.Key);
    }
}
