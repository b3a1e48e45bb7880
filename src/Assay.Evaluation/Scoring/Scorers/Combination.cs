namespace Assay.Scoring.Scorers;

/// <summary>How the scores of several scorers become one. A score that is missing makes no difference only where none could.</summary>
internal static class Combination
{
    /// <summary>1 when every one passes; one that fails decides, whatever is missing.</summary>
    public static Score All(IReadOnlyList<ScorerComponent> components, Score[] scores) =>
        First(scores, score => score.Value < 1) is { } failed ? new Score(0, Named(components, scores, failed, "failed"))
        : First(scores, score => score.Value is null) is { } missing ? Score.None(Named(components, scores, missing, "has no score"))
        : 1;

    /// <summary>1 when one passes, whatever is missing.</summary>
    public static Score Any(IReadOnlyList<ScorerComponent> components, Score[] scores) =>
        First(scores, score => score.Value >= 1) is not null ? 1
        : First(scores, score => score.Value is null) is { } missing ? Score.None(Named(components, scores, missing, "has no score"))
        : new Score(0, "none passed");

    /// <summary>The mean by weights; none when a score is missing.</summary>
    public static Score Weighted(IReadOnlyList<ScorerComponent> components, Score[] scores) =>
        First(scores, score => score.Value is null) is { } missing ? Score.None(Named(components, scores, missing, "has no score"))
        : scores.Zip(components, (score, component) => score.Value!.Value * component.Weight).Sum() / components.Sum(component => component.Weight);

    private static int? First(Score[] scores, Predicate<Score> match) => Array.FindIndex(scores, match) is >= 0 and var found ? found : null;

    private static string Named(IReadOnlyList<ScorerComponent> components, Score[] scores, int index, string what) =>
        $"{components[index].Text} {what}{(scores[index].Reason is { Length: > 0 } reason ? $": {reason}" : "")}";
}
