namespace Assay.Storage.Tracking.Envelopes;

/// <summary>Where points stand in the order of a history. Several points may stand at one place.</summary>
internal readonly record struct HistoryPlace(long Timestamp, long Step) : IComparable<HistoryPlace>
{
    /// <summary>Before all points: no timestamp is negative.</summary>
    public static HistoryPlace First => new(-1, 0);

    public int CompareTo(HistoryPlace other) => Timestamp != other.Timestamp ? Timestamp.CompareTo(other.Timestamp) : Step.CompareTo(other.Step);

    public bool IsBefore(HistoryPlace other) => CompareTo(other) < 0;
}
