using Assay.Tracking;
using Assay.Web.Runs;

namespace Assay.Web.Metrics;

/// <summary>What the page of a run's charts shows.</summary>
/// <param name="Visit">The run.</param>
/// <param name="View">How it is drawn.</param>
/// <param name="Charts">The charts of this page.</param>
/// <param name="Found">How many metrics there are with what was searched for.</param>
/// <param name="Others">Runs that are laid over.</param>
/// <param name="Choice">Runs that could be.</param>
public sealed record MetricPageContent(
    RunVisit Visit, MetricView View, IReadOnlyList<ChartedMetric> Charts, int Found, IReadOnlyList<Run> Others, IReadOnlyList<Run> Choice);
