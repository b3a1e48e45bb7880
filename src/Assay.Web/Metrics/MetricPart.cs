using Assay.Tracking;

namespace Assay.Web.Metrics;

/// <summary>The metrics of one page: those with a history are few, as each is a picture; those of one value are many, as each is a line of a table.</summary>
/// <param name="Curves">The keys of what has a history as far as one sees.</param>
/// <param name="Values">The keys of what was logged without a step, mostly once.</param>
/// <param name="Index">Which page it is, from 0.</param>
/// <param name="Pages">How many there are.</param>
public sealed record MetricPart(IReadOnlyList<string> Curves, IReadOnlyList<string> Values, int Index, int Pages)
{
    /// <summary>How many pictures a page holds.</summary>
    public const int CurvesOnAPage = 12;

    /// <summary>How many lines the table of a page holds.</summary>
    public const int ValuesOnAPage = 48;

    /// <summary>The page that was asked for, or the last.</summary>
    public static MetricPart Of(IReadOnlyList<Metric> metrics, int page)
    {
        var (curves, values) = (KeysOf(metrics, isCurve: true), KeysOf(metrics, isCurve: false));
        var pages = Math.Max(1, Math.Max(PagesOf(curves, CurvesOnAPage), PagesOf(values, ValuesOnAPage)));
        var index = Math.Clamp(page, 0, pages - 1);
        return new MetricPart(Cut(curves, index, CurvesOnAPage), Cut(values, index, ValuesOnAPage), index, pages);
    }

    private static List<string> KeysOf(IReadOnlyList<Metric> metrics, bool isCurve) => [.. metrics.Where(metric => metric.Step != 0 == isCurve).Select(metric => metric.Key)];

    private static int PagesOf(List<string> keys, int size) => (keys.Count + size - 1) / size;

    private static List<string> Cut(List<string> keys, int index, int size) => [.. keys.Skip(index * size).Take(size)];
}
