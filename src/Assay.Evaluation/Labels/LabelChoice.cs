namespace Assay.Labels;

/// <summary>Which label counts of an answer that holds several different ones.</summary>
internal enum LabelChoice
{
    /// <summary>None: the answer has no label.</summary>
    Only,

    /// <summary>The first.</summary>
    First,

    /// <summary>The last, as of an answer that thinks before it says.</summary>
    Last,
}
