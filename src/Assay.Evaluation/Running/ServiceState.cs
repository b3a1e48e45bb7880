using Assay.Models;

namespace Assay.Running;

/// <summary>What is known of one service after the calls so far: whether it was ever reached, and whether to go on asking.</summary>
internal sealed class ServiceState
{
    private const int EnoughUnreachable = 20;

    private ModelException? _lastUnreachable;
    private int _unreachable;
    private bool _reached;

    /// <summary>Hears of a call, and returns why no other makes sense; null while they do.</summary>
    /// <param name="answered">Whether the service surely answered.</param>
    /// <param name="failure">What the call failed of; null when it did not, or when nothing was asked.</param>
    public Exception? Observe(bool answered, Exception? failure)
    {
        switch (failure)
        {
            case ModelException { Failure: ModelFailure.Unauthorized or ModelFailure.OverBudget } or RecordingException:
                return failure;
            case ModelException { Failure: ModelFailure.Unreachable } unreachable:
                _lastUnreachable = unreachable;
                return ++_unreachable >= EnoughUnreachable && !_reached ? unreachable : null;
            case ModelException { Failure: ModelFailure.TimedOut }:
                // A call whose time ended says nothing: it may not have connected either.
                return null;
            default:
                _reached |= answered || failure is not null;
                return null;
        }
    }

    /// <summary>At the end: when calls did not connect and not one was answered, that is why.</summary>
    public Exception? AtEnd() => _reached ? null : _lastUnreachable;
}
