using Assay.Models;

namespace Assay.Running;

/// <summary>
/// Tells when asking further rows makes no sense: the key is refused, nothing connects, or answers cannot be recorded. Hears of rows from several threads.
/// </summary>
internal sealed class ServiceWatch
{
    private const int EnoughUnreachable = 20;

    private readonly Lock _lock = new();
    private ModelException? _lastUnreachable;
    private int _unreachable;
    private bool _reached;

    /// <summary>Why the evaluation must end; null while it makes sense.</summary>
    public Exception? Verdict { get; private set; }

    /// <summary>Hears of a row; returns whether the evaluation must end.</summary>
    public bool Observe(EvaluatedRow row)
    {
        lock (_lock)
        {
            if (row.Failure is ModelFailure.Unauthorized or ModelFailure.OverBudget || row.Exception is RecordingException)
            {
                Verdict ??= row.Exception;
            }
            else if (row.Failure is ModelFailure.Unreachable)
            {
                _lastUnreachable = (ModelException)row.Exception!;
                if (++_unreachable >= EnoughUnreachable && !_reached)
                {
                    Verdict ??= _lastUnreachable;
                }
            }
            else if (row.Failure is not ModelFailure.TimedOut)
            {
                // A row whose time ended says nothing: its call may not have connected either.
                _reached = true;
            }

            return Verdict is not null;
        }
    }

    /// <summary>At the end: when calls did not connect and not one was answered, that is the verdict.</summary>
    public Exception? AtEnd() => Verdict ?? (_reached ? null : _lastUnreachable);
}
