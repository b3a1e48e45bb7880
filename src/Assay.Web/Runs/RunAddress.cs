namespace Assay.Web.Runs;

/// <summary>Where the parts of a run are.</summary>
internal static class RunAddress
{
    /// <summary>The address of a part of a run's page.</summary>
    public static string Of(string runId, RunTab tab = RunTab.Overview) =>
        $"/runs/{Uri.EscapeDataString(runId)}" + (tab == RunTab.Overview ? "" : "/" + tab.ToString().ToLowerInvariant());
}
