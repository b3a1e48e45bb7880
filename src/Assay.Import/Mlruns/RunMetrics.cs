using Assay.Tracking;

namespace Assay.Import.Mlruns;

/// <summary>The points of a run's metrics.</summary>
internal static class RunMetrics
{
    public static IEnumerable<Metric> Read(string run, PartLog parts)
    {
        foreach (var (key, file) in new KeyFolder(Path.Combine(run, "metrics"), "metric", parts).Files())
        {
            foreach (var line in new MetricFile(file.FullName, $"metric '{key}'", parts).Read())
            {
                yield return Point(key, line);
            }
        }
    }

    /// <summary>A point; behind its step stand a data set's name, in which there may be spaces, and digest, or nothing.</summary>
    public static Metric Point(string key, MetricLine line)
    {
        var space = line.Rest.LastIndexOf(' ');
        return new Metric(key, line.Value, line.Timestamp, line.Step)
        {
            DatasetName = space < 0 ? null : line.Rest[..space],
            DatasetDigest = space < 0 ? null : line.Rest[(space + 1)..],
        };
    }
}
