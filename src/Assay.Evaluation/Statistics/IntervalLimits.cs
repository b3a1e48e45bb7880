using System.Globalization;

namespace Assay.Statistics;

/// <summary>From how many rows, or groups of rows, on an interval is given at all, and from how many without a warning.</summary>
internal static class IntervalLimits
{
    /// <summary>Rows for an interval that is not of a share.</summary>
    public const int Rows = 15;

    /// <summary>Groups for an interval of rows that come in groups.</summary>
    public const int Groups = 5;

    /// <summary>Rows or groups under which intervals are rough.</summary>
    public const int Comfortable = 30;

    /// <summary>Why there are too few for an interval; null when there are enough.</summary>
    public static string? WhyTooFew(int rows, RowGroups? groups) =>
        groups is not null ? (groups.Count < Groups ? $"{Counted(groups.Count, "group")} of rows; an interval needs {Groups}" : null)
        : rows < Rows ? $"{Counted(rows, "scored row")}; {Rows} are needed for an interval"
        : null;

    public static string Counted(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
