namespace Assay.Judges.Pairwise;

/// <summary>
/// Asks which of two answers is better, twice: each of them stands first once, and the verdicts are averaged, so that a judge that likes
/// the first place moves nothing. Safe for concurrent use.
/// </summary>
/// <param name="model">Who judges.</param>
/// <param name="definition">The judge; null for the one that comes with Assay.</param>
public sealed class PairwiseJudge(JudgeModel model, JudgeDefinition? definition = null)
{
    private readonly Judge _judge = new(definition ?? BuiltInJudges.Pairwise, model);

    /// <summary>Which judge it is.</summary>
    public JudgeIdentity Identity => _judge.Identity;

    /// <summary>What is judged, and how.</summary>
    public JudgeDefinition Definition => _judge.Definition;

    /// <summary>Who judges.</summary>
    public JudgeModel Model => _judge.Model;

    /// <summary>Compares two answers to one question. Throws only for cancellation.</summary>
    /// <param name="one">The answer that 1 stands for.</param>
    /// <param name="other">The answer that 0 stands for.</param>
    /// <param name="texts">The other inputs, such as the question.</param>
    /// <param name="rowId">The row, for recordings and errors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PairwiseJudgement> AskAsync(
        string one, string other, Func<JudgeInput, string?> texts, string rowId, CancellationToken cancellationToken = default)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
        {
            return new PairwiseJudgement(0.5, 0.5, 0.5, "both answers are the same text");
        }

        var forward = await InOrderAsync(one, other, texts, rowId, cancellationToken).ConfigureAwait(false);
        var backward = await InOrderAsync(other, one, texts, rowId, cancellationToken).ConfigureAwait(false);
        double? ahead = forward.Step?.Value, behind = 1 - backward.Step?.Value;
        if (forward.Step is null || backward.Step is null)
        {
            var without = forward.Step is null ? forward : backward;
            return new PairwiseJudgement(null, ahead, behind, without.Reason) { Failure = without.Failure };
        }

        var reason = ahead == behind ? forward.Reason : $"the verdict changes with the order; first order: {forward.Reason} Second order: {backward.Reason}";
        return new PairwiseJudgement((ahead + behind) / 2, ahead, behind, reason);
    }

    private Task<Judgement> InOrderAsync(
        string first, string second, Func<JudgeInput, string?> texts, string rowId, CancellationToken cancellationToken) => _judge.AskAsync(
            input => input.Name switch { "first" => first, "second" => second, _ => texts(input) }, rowId, cancellationToken);
}
