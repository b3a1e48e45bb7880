namespace Assay.Web.Experiments;

/// <summary>How many children a run has.</summary>
/// <param name="Count">The number.</param>
/// <param name="IsExact">Whether there are no more than that.</param>
public sealed record ChildCount(long Count, bool IsExact)
{
    /// <summary>A run without children.</summary>
    public static ChildCount None { get; } = new(0, true);
}
