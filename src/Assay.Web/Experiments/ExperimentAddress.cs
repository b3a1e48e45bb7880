namespace Assay.Web.Experiments;

/// <summary>Where an experiment's pages are.</summary>
internal static class ExperimentAddress
{
    /// <summary>The address of its runs; those of its other pages begin with it.</summary>
    public static string Of(string experimentId) => $"/experiments/{Uri.EscapeDataString(experimentId)}";
}
