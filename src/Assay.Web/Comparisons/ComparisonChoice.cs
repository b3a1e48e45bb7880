using System.Globalization;
using Assay.Comparisons;
using Assay.Web.Visits;

namespace Assay.Web.Comparisons;

/// <summary>Which runs are compared and how, as the address says it.</summary>
public sealed record ComparisonChoice
{
    /// <summary>So many runs at most.</summary>
    public const int MostRuns = 10;

    internal const string RunsName = "runs", RunName = "run", AddName = "add";
    internal const string PrimaryName = "primary", ConfidenceName = "confidence", MarginName = "margin", TestName = "test", GroupName = "group";
    private const double LeastConfidence = 0.5, MostConfidence = 0.9999;

    /// <summary>The runs as they are named, the baseline first, each once.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>Whether more runs were named than are compared.</summary>
    public bool TooMany { get; init; }

    /// <summary>How.</summary>
    public ComparisonOptions Options { get; init; } = new();

    /// <summary>Parameters of the address that cannot be: those values are left aside.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    internal static ComparisonChoice Of(Visit visit)
    {
        var runs = Split(visit, RunsName).Concat(visit.QueryAll(RunName)).Concat(visit.QueryAll(AddName))
            .Select(run => run.Trim()).Where(run => run.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var wrong = new List<string>();
        var options = new ComparisonOptions
        {
            Primary = [.. Split(visit, PrimaryName)],
            Confidence = Number(visit, ConfidenceName, LeastConfidence, MostConfidence, wrong) ?? new ComparisonOptions().Confidence,
            Margin = Number(visit, MarginName, double.Epsilon, double.MaxValue, wrong),
            Test = TestOf(visit, wrong),
            GroupColumn = visit.Query(GroupName),
        };
        return new ComparisonChoice { Runs = [.. runs.Take(MostRuns)], TooMany = runs.Count > MostRuns, Options = options, Wrong = wrong };
    }

    /// <summary>This comparison's address with other runs.</summary>
    internal static string With(Visit visit, IEnumerable<string> runs)
    {
        var joined = string.Join(',', runs);

        // Commas stand in an address as they are.
        return visit.With((RunsName, joined.Length == 0 ? null : joined), (RunName, null), (AddName, null)).Replace("%2C", ",", StringComparison.Ordinal);
    }

    /// <summary>Whether a form sent runs each for itself: the address then says them together.</summary>
    internal static bool IsScattered(Visit visit) =>
        visit.QueryAll(RunsName).Count > 1 || visit.QueryAll(RunName).Count > 0 || visit.QueryAll(AddName).Count > 0;

    private static IEnumerable<string> Split(Visit visit, string name) =>
        visit.QueryAll(name).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static double? Number(Visit visit, string name, double least, double most, List<string> wrong)
    {
        if (visit.Query(name) is not { } text) return null;
        if (double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        wrong.Add($"{name} = {text}");
        return null;
    }

    private static PairedTest? TestOf(Visit visit, List<string> wrong)
    {
        if (visit.Query(TestName) is not { } name) return null;
        foreach (var test in Enum.GetValues<PairedTest>())
        {
            if (PairedTestNames.Of(test) == name) return test;
        }

        wrong.Add($"{TestName} = {name}");
        return null;
    }
}
