namespace Assay.Web.Runs;

/// <summary>The parts of a run's page, each with an address of its own.</summary>
public enum RunTab
{
    /// <summary>What was run, and how good it was.</summary>
    Overview,

    /// <summary>The rows of an evaluation, and what they scored.</summary>
    Evaluation,

    /// <summary>Metrics over steps or time.</summary>
    Metrics,

    /// <summary>Files.</summary>
    Artifacts,
}
