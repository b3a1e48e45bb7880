namespace Assay.Storage.Tracking.Envelopes;

/// <summary>A point of a history.</summary>
internal readonly record struct HistoryPoint(long Timestamp, long Step, double Value)
{
    public HistoryPlace Place => new(Timestamp, Step);
}
