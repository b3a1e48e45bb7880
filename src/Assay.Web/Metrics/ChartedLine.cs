using Assay.Charts;

namespace Assay.Web.Metrics;

/// <summary>What one run has of a metric.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Line">The line as it is drawn; it breaks where no value is a number.</param>
/// <param name="Points">How many points it stands for.</param>
/// <param name="NotFinite">How many of them are NaN or infinite.</param>
/// <param name="Stretches">The same in a few lines of a table.</param>
public sealed record ChartedLine(string RunId, LineSeries Line, long Points, long NotFinite, IReadOnlyList<Stretch> Stretches);
