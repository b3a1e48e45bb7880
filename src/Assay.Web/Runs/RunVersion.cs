using System.Globalization;
using Assay.Tracking;

namespace Assay.Web.Runs;

/// <summary>A short text that changes when what was logged to a run does.</summary>
internal static class RunVersion
{
    /// <summary>Whether a page of the run is to follow what is logged to it.</summary>
    public static bool IsFollowed(Run run) => run is { Status: RunStatus.Running, LifecycleStage: LifecycleStage.Active };

    public static string Of(Run run)
    {
        var hash = new HashCode();
        hash.Add(run.Metrics.Count);
        foreach (var metric in run.Metrics)
        {
            hash.Add(metric.Step);
            hash.Add(metric.Timestamp);
        }

        // A code of this process's own: the page of another process is fetched once more, and is then right.
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Status}-{run.EndTime}-{run.LifecycleStage}-{run.Params.Count}-{run.Tags.Count}-{run.RunName.GetHashCode(StringComparison.Ordinal):x}-{hash.ToHashCode():x}");
    }
}
