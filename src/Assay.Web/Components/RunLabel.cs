using Assay.Tracking;

namespace Assay.Web.Components;

/// <summary>What a run is called on a page: its name, or its id where a program left it without one, as a link needs words to click on.</summary>
internal static class RunLabel
{
    public static string Of(Run run) => string.IsNullOrWhiteSpace(run.RunName) ? run.RunId : run.RunName;
}
