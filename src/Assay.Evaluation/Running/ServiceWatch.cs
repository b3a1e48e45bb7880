using Assay.Models;
using Assay.Scoring;

namespace Assay.Running;

/// <summary>
/// Tells when asking further rows makes no sense: the key of the model, or of a service that scores, is refused, nothing connects, or answers
/// cannot be recorded. Hears of rows from several threads.
/// </summary>
/// <param name="scorers">The scorers, in the order of the rows' scores.</param>
internal sealed class ServiceWatch(IReadOnlyList<IScorer> scorers)
{
    private readonly Lock _lock = new();
    private readonly ServiceState _model = new();
    private readonly ServiceState[] _scorers = [.. scorers.Select(_ => new ServiceState())];

    /// <summary>Why the work must end; null while it makes sense.</summary>
    public Exception? Verdict { get; private set; }

    /// <summary>Hears of an evaluated row; returns whether the evaluation must end.</summary>
    public bool Observe(EvaluatedRow evaluated)
    {
        lock (_lock)
        {
            Verdict ??= _model.Observe(answered: evaluated.Row.Error is null, evaluated.Failure);
            for (var i = 0; i < evaluated.Row.Scores.Count; i++)
            {
                Observe(i, evaluated.Row.Scores[i].Value, i < evaluated.ScorerFailures.Count ? evaluated.ScorerFailures[i] : null);
            }

            return Verdict is not null;
        }
    }

    /// <summary>Hears of the scores of one sample; returns whether the work must end.</summary>
    public bool Observe(ReadOnlySpan<Score> scores)
    {
        lock (_lock)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                Observe(i, scores[i].Value, scores[i].Failure);
            }

            return Verdict is not null;
        }
    }

    /// <summary>At the end: when calls of a service did not connect and not one was answered, that is the verdict.</summary>
    public Exception? AtEnd()
    {
        lock (_lock)
        {
            Verdict ??= _model.AtEnd();
            for (var i = 0; i < _scorers.Length; i++)
            {
                Verdict ??= Of(scorers[i], _scorers[i].AtEnd());
            }

            return Verdict;
        }
    }

    private void Observe(int scorer, double? value, Exception? failure) =>
        Verdict ??= Of(scorers[scorer], _scorers[scorer].Observe(answered: value is not null, failure));

    private static Exception? Of(IScorer scorer, Exception? failure) => failure is ModelException of
        ? new ModelException(of.Failure, $"{scorer.Description.Name}: {of.Message}", of) { Status = of.Status } : failure;
}
