using Assay.Tracking;
using Assay.Web.Runs;

namespace Assay.Web.Metrics;

/// <summary>What the page of a run's metrics shows.</summary>
public sealed record MetricPageContent
{
    /// <summary>The run.</summary>
    public required RunVisit Visit { get; init; }

    /// <summary>How it is drawn.</summary>
    public required MetricView View { get; init; }

    /// <summary>The metrics of this page that have a history.</summary>
    public required IReadOnlyList<ChartedMetric> Charts { get; init; }

    /// <summary>The keys of those that have one value.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>The run, then those that are laid over.</summary>
    public required IReadOnlyList<ChartedRun> Runs { get; init; }

    /// <summary>How many metrics there are with what was searched for.</summary>
    public required int Found { get; init; }

    /// <summary>How many pages they fill.</summary>
    public required int Pages { get; init; }

    /// <summary>Runs that are or could be laid over.</summary>
    public required IReadOnlyList<Run> Choice { get; init; }

    /// <summary>The runs whose values of the one metric that is shown stand beside each other.</summary>
    public required IReadOnlyList<ChartedRun> Beside { get; init; }

    /// <summary>The values of the newest runs.</summary>
    public required SiblingValues Siblings { get; init; }
}
