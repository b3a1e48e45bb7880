namespace Assay.Web.Visits;

/// <summary>Light or dark.</summary>
public enum Theme
{
    /// <summary>As the reader's system has it.</summary>
    System,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,
}
