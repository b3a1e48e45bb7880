namespace Assay.Tracking;

/// <summary>
/// The points of a metric that fall into one column of a chart. Least and greatest keep the peaks. What is no finite number is counted, and in none
/// of the values.
/// </summary>
/// <param name="From">Of the first point, on the axis.</param>
/// <param name="To">Of the last point.</param>
/// <param name="Count">How many points.</param>
/// <param name="NotFinite">How many of them are NaN or infinite.</param>
/// <param name="Least">The least value; NaN when none is finite.</param>
/// <param name="Greatest">The greatest value; NaN when none is finite.</param>
/// <param name="Mean">The mean of the finite values; NaN when none is.</param>
/// <param name="Last">The last finite value; NaN when none is.</param>
public readonly record struct MetricColumn(long From, long To, long Count, long NotFinite, double Least, double Greatest, double Mean, double Last);
