namespace Assay.Web.Metrics;

/// <summary>A metric of one run or several, read for a chart.</summary>
/// <param name="Key">The metric's key.</param>
/// <param name="Lines">One a run that has it, each with its columns.</param>
public sealed record ChartedMetric(string Key, IReadOnlyList<ChartedLine> Lines)
{
    /// <summary>All points between the ends.</summary>
    public long Points => Lines.Sum(line => line.Points);

    /// <summary>Those among them that are no numbers.</summary>
    public long NotFinite => Lines.Sum(line => line.NotFinite);

    /// <summary>Whether some value has no place on an axis of powers.</summary>
    public bool HasNotAboveZero => Lines.Any(line => line.Line.Points.Any(point => point.Low <= 0));
}
