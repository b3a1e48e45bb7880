using System.Diagnostics.Metrics;

namespace Assay.Storage;

/// <summary>What the stores of this process measure of themselves, under the meter <c>Assay.Storage</c>.</summary>
internal static class StorageInstruments
{
    private static readonly Meter Meter = new("Assay.Storage");

    public static UpDownCounter<long> Waiting { get; } =
        Meter.CreateUpDownCounter<long>("assay_store_writes_waiting", null, "Writes that wait for their commit.");

    public static Counter<long> Commits { get; } =
        Meter.CreateCounter<long>("assay_store_commits_total", null, "Commits, each of which serves the writes that waited for it.");

    public static Counter<long> CommittedWrites { get; } =
        Meter.CreateCounter<long>("assay_store_writes_total", null, "Writes that were committed.");

    public static Counter<long> StoppedReads { get; } =
        Meter.CreateCounter<long>("assay_store_reads_stopped_total", null, "Reads that took longer than is allowed.");
}
