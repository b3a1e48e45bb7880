namespace Assay.Comparisons;

/// <summary>The fixed words of verdicts.</summary>
public static class VerdictWords
{
    /// <summary><c>better</c>, <c>worse</c>, <c>different</c>, <c>equivalent</c> or <c>no evidence of a difference</c>.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        Verdict.Different => "different",
        Verdict.Equivalent => "equivalent",
        _ => "no evidence of a difference",
    };
}
