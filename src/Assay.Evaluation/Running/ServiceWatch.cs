using Assay.Models;

namespace Assay.Running;

/// <summary>Tells when asking further rows makes no sense: the key is refused, or nothing connects.</summary>
internal sealed class ServiceWatch
{
    private const int EnoughUnreachable = 20;

    private int _unreachable;
    private bool _reached;

    /// <summary>Why the evaluation must end; null while it makes sense.</summary>
    public ModelException? Verdict { get; private set; }

    /// <summary>Hears of a row; returns whether the evaluation must end.</summary>
    public bool Observe(EvaluatedRow row)
    {
        switch (row.Failure)
        {
            case ModelFailure.Unauthorized:
                Verdict ??= (ModelException)row.Exception!;
                break;
            case ModelFailure.Unreachable when !_reached && ++_unreachable >= EnoughUnreachable:
                Verdict ??= (ModelException)row.Exception!;
                break;
            case ModelFailure.Unreachable:
                LastUnreachable = (ModelException)row.Exception!;
                break;
            default:
                _reached = true;
                break;
        }

        return Verdict is not null;
    }

    /// <summary>At the end: when not one call connected, that is the verdict.</summary>
    public ModelException? AtEnd() => Verdict ?? (_reached ? null : LastUnreachable);

    private ModelException? LastUnreachable { get; set; }
}
