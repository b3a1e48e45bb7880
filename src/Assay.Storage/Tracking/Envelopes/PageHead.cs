namespace Assay.Storage.Tracking.Envelopes;

/// <summary>What is known of a page without its blocks.</summary>
internal sealed record PageHead(
    long Key, HistoryPlace Start, long FirstTimestamp, long LastTimestamp, long LeastStep, long GreatestStep, long Late);
