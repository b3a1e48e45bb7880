namespace Assay.Results;

/// <summary>What asking each row several times tells of a scorer's figures. Variances are of scores, in their unit squared.</summary>
public sealed record RepeatSummary
{
    /// <summary>The variance between rows: what other questions would change.</summary>
    public required double QuestionVariance { get; init; }

    /// <summary>The variance within rows: what asking the model again changes.</summary>
    public required double NoiseVariance { get; init; }

    /// <summary>The standard error of the mean, by these variances.</summary>
    public required double StandardError { get; init; }

    /// <summary>What it would be with twice as many rows.</summary>
    public required double WithTwiceTheRows { get; init; }

    /// <summary>What it would be with twice as many repeats, which are as many calls.</summary>
    public required double WithTwiceTheRepeats { get; init; }

    /// <summary>Rows whose answers were scored differently.</summary>
    public required long Flaky { get; init; }

    /// <summary>Those of them that differ most, most first.</summary>
    public required IReadOnlyList<FlakyRow> FlakyRows { get; init; }

    /// <summary>Whether more rows or more repeats buy more, in a sentence.</summary>
    public required string Advice { get; init; }
}
