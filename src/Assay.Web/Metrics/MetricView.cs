using System.Globalization;
using Assay.Tracking;
using Assay.Web.Visits;

namespace Assay.Web.Metrics;

/// <summary>How the charts of a run are to be drawn: all of it stands in the address.</summary>
public sealed record MetricView
{
    /// <summary>The most runs that can be laid over.</summary>
    public const int MostOthers = 11;

    private const double MostSmoothing = 0.99;

    /// <summary>Only keys that hold this text.</summary>
    public string? Search { get; init; }

    /// <summary>Only this key.</summary>
    public string? Key { get; init; }

    /// <summary>Which page, from 0.</summary>
    public int PageIndex { get; init; }

    /// <summary>Steps, or seconds since the run began.</summary>
    public MetricAxis Axis { get; init; }

    /// <summary>Whether values go by powers of ten.</summary>
    public bool IsLog { get; init; }

    /// <summary>Whether the line goes through the last value of each place instead of the mean.</summary>
    public bool IsLast { get; init; }

    /// <summary>0 for none; how much of the value before stays in the next.</summary>
    public double Smoothing { get; init; }

    /// <summary>Only from this step or second on.</summary>
    public double? From { get; init; }

    /// <summary>Only up to here.</summary>
    public double? To { get; init; }

    /// <summary>Whether only a part of each history is asked for.</summary>
    public bool IsPart => From is not null || To is not null;

    /// <summary>The ids of runs to lay over.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Reads it from the address; what makes no sense there is left out.</summary>
    public static MetricView Of(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return new MetricView
        {
            Search = visit.Query("search"),
            Key = visit.Query("key"),
            PageIndex = int.TryParse(visit.Query("page"), CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page - 1, 0, 1_000_000) : 0,
            Axis = visit.Query("axis") == "time" ? MetricAxis.Time : MetricAxis.Step,
            IsLog = visit.Query("log") is not null,
            IsLast = visit.Query("line") == "last",
            Smoothing = Math.Clamp(Number(visit, "smooth") ?? 0, 0, MostSmoothing),
            From = Number(visit, "from"),
            To = Number(visit, "to"),
            With = [.. visit.QueryAll("with").SelectMany(ids => ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Where(id => id != Runs.RunVisit.IdOf(visit) && id.All(char.IsAsciiLetterOrDigit)).Distinct(StringComparer.Ordinal).Take(MostOthers)],
        };
    }

    private static double? Number(Visit visit, string name) =>
        double.TryParse(visit.Query(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
