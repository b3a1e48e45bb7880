namespace Assay.Classification;

/// <summary>How the figures of several classes become one (scikit-learn's <c>average</c>).</summary>
public enum ClassAverage
{
    /// <summary>The figure of the positive class alone.</summary>
    Binary,

    /// <summary>Of the counts of all classes added up; with one label a row this is the accuracy.</summary>
    Micro,

    /// <summary>The mean over the classes, a rare class counting as much as a frequent one.</summary>
    Macro,

    /// <summary>The mean over the classes by how often each is the reference.</summary>
    Weighted,
}
