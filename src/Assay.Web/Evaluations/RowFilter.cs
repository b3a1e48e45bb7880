using System.Globalization;
using Assay.Evaluations;
using Assay.Web.Visits;

namespace Assay.Web.Evaluations;

/// <summary>Which rows are shown, and in which order, as the address says it.</summary>
public sealed record RowFilter
{
    internal const string TextName = "text", StatusName = "status", NotFailedName = "not_failed", UnscoredName = "unscored", SortName = "sort", DirectionName = "dir";
    private const string Least = "min.", Most = "max.";
    private const int MostBounds = 20;

    /// <summary>Only rows whose input, reference, answer or error holds it.</summary>
    public string? Text { get; init; }

    /// <summary>Only rows of which this became.</summary>
    public RowStatus? Status { get; init; }

    /// <summary>Only rows that did not fail.</summary>
    public bool NotFailed { get; init; }

    /// <summary>Only rows that this scorer could not score.</summary>
    public string? Unscored { get; init; }

    /// <summary>Bounds on scores, a scorer once.</summary>
    public IReadOnlyList<ScoreBound> Bounds { get; init; } = [];

    /// <summary>The scorer to sort by; null for the order of the data set.</summary>
    public string? Sort { get; init; }

    /// <summary>Largest first.</summary>
    public bool Descending { get; init; }

    /// <summary>What is given as a bound and is no number.</summary>
    public IReadOnlyList<string> NotNumbers { get; init; } = [];

    /// <summary>Whether rows are left out.</summary>
    public bool IsActive => Text is not null || NotFailed || Status is not null || Unscored is not null || Bounds.Count > 0;

    internal static RowFilter Of(Visit visit)
    {
        var bounds = new OrderedDictionary<string, ScoreBound>(StringComparer.Ordinal);
        var wrong = new List<string>();
        string[] given = [.. visit.Context.Request.Query.Keys.Where(name => IsBound(name) && visit.Query(name) is not null)];
        if (given.Length > 2 * MostBounds)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, visit.T["rows.too_many_bounds", visit.Notation.Count(given.Length), visit.Notation.Count(2 * MostBounds)]);
        }

        foreach (var name in given)
        {
            var text = visit.Query(name)!;
            if (!TryRead(text, out var number))
            {
                wrong.Add(text);
                continue;
            }

            var scorer = name[Least.Length..];
            var bound = bounds.GetValueOrDefault(scorer) ?? new ScoreBound(scorer);
            bounds[scorer] = name.StartsWith(Least, StringComparison.Ordinal) ? bound with { AtLeast = number } : bound with { AtMost = number };
        }

        return new RowFilter
        {
            Text = visit.Query(TextName),
            Status = Enum.GetValues<RowStatus>().Cast<RowStatus?>().FirstOrDefault(status => NameOf(status!.Value) == visit.Query(StatusName)),
            NotFailed = visit.Query(StatusName) == NotFailedName,
            Unscored = visit.Query(UnscoredName),
            Bounds = [.. bounds.Values],
            Sort = visit.Query(SortName),
            Descending = visit.Query(DirectionName) == "desc",
            NotNumbers = wrong,
        };
    }

    /// <summary>The name of a bound in the address.</summary>
    public static string AtLeast(string scorer) => Least + scorer;

    /// <summary>The name of a bound in the address.</summary>
    public static string AtMost(string scorer) => Most + scorer;

    /// <summary>A status as an address holds it.</summary>
    public static string NameOf(RowStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>A number as an address holds it: read again, it is the same.</summary>
    public static string Write(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The names and values in the address of the scores in a bin. A bin holds what lies below its upper edge; the last also the edge.</summary>
    public static (string Name, string? Value)[] Between(string scorer, double low, double high, bool isLast) =>
        [(UnscoredName, null), (AtLeast(scorer), Write(low)), (AtMost(scorer), Write(isLast ? high : Math.BitDecrement(high)))];

    internal EvaluationRowQuery ToQuery(string runId, int size, string? pageToken) => new()
    {
        RunId = runId,
        Contains = Text,
        Failed = NotFailed ? false : null,
        Status = Status,
        Scores = Unscored is null ? Bounds : [.. Bounds, new ScoreBound(Unscored, Missing: true)],
        OrderByScorer = Sort,
        Descending = Descending,
        MaxResults = size,
        PageToken = pageToken,
    };

    private static bool IsBound(string name) =>
        name.Length > Least.Length && (name.StartsWith(Least, StringComparison.Ordinal) || name.StartsWith(Most, StringComparison.Ordinal));

    // A comma too: that is how two of the three languages write it.
    private static bool TryRead(string text, out double number) =>
        double.TryParse(text.Trim().Replace(',', '.').Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
