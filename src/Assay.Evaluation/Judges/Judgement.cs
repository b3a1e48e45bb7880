using Assay.Models;
using Assay.Scoring;

namespace Assay.Judges;

/// <summary>What a judge said of a row: a step of its scale with the reason, or why there is none.</summary>
/// <param name="Step">The step; null when the judge gave none that can be used.</param>
/// <param name="Reason">The judge's reason, or why there is no step.</param>
public sealed record Judgement(JudgeStep? Step, string Reason)
{
    /// <summary>What the judge's service failed of, when that is why there is no step.</summary>
    public ModelException? Failure { get; init; }

    /// <summary>No step, and why.</summary>
    public static Judgement None(string reason) => new(null, reason);

    /// <summary>The same as a score.</summary>
    public Score ToScore() => new(Step?.Value, Reason) { Failure = Failure };
}
