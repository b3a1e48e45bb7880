namespace Assay.Statistics;

/// <summary>How a confidence interval is found, where the user has a say in it. A method is used for the figures that it fits; others keep theirs.</summary>
public enum IntervalMethod
{
    /// <summary>Wilson's score interval, for shares.</summary>
    Wilson,

    /// <summary>The exact interval, for shares: it never holds the true share less often than it says, and is wider for that.</summary>
    ClopperPearson,

    /// <summary>Student's t on the logit of the mean, for scores with a scale.</summary>
    LogitT,

    /// <summary>Student's t, for means.</summary>
    Student,

    /// <summary>The percentile bootstrap, widened for few rows, for any figure.</summary>
    Bootstrap,

    /// <summary>The bias-corrected and accelerated bootstrap, widened for few rows, for any figure.</summary>
    Bca,
}
