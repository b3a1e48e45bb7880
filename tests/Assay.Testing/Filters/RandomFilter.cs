using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Mlflow;
using Assay.Tracking;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Filters;

/// <summary>A filter, and what it means for a run that is held in memory.</summary>
internal sealed record RandomFilter(string Text, Func<Run, bool> Holds)
{
    private static readonly string[] Numbers = ["0", "-0.0", "1", "0.5", ".5", "-2", "1e400", "-1E400", "1e300", "4.9e-324", "3"];

    private static readonly (string Sign, Func<double, double, bool> Holds)[] Orders =
    [
        ("=", (a, b) => a == b), ("!=", (a, b) => a != b), (">", (a, b) => a > b), (">=", (a, b) => a >= b), ("<", (a, b) => a < b), ("<=", (a, b) => a <= b),
    ];

    private static readonly Gen<RandomFilter> OfMetric =
        from key in Gen.Elements(RandomRuns.Keys)
        from name in Gen.Elements("metrics", "metric")
        from order in Gen.Elements(Orders)
        from number in Gen.Elements(Numbers)
        select new RandomFilter(
            $"{name}.{Quoted(key)} {order.Sign} {number}",
            run => run.Metrics.FirstOrDefault(one => one.Key == key) is { } metric && order.Holds(metric.Value, double.Parse(number, CultureInfo.InvariantCulture)));

    private static readonly Gen<RandomFilter> OfProperty =
        from key in Gen.Elements(RandomRuns.Keys)
        from isTag in Gen.Elements(true, false)
        from compare in Comparisons
        select new RandomFilter(
            $"{(isTag ? "tags" : "params")}.{Quoted(key)} {compare.Text}",
            run => (isTag ? run.Tags.FirstOrDefault(one => one.Key == key)?.Value : run.Params.FirstOrDefault(one => one.Key == key)?.Value) is { } value
                && compare.Holds(value));

    private static readonly Gen<RandomFilter> OfNull =
        from key in Gen.Elements(RandomRuns.Keys)
        from isNull in Gen.Elements(true, false)
        select new RandomFilter($"tags.{Quoted(key)} IS {(isNull ? "" : "NOT ")}NULL", run => run.Tags.All(one => one.Key != key) == isNull);

    private static readonly Gen<RandomFilter> OfAttribute =
        from name in Gen.Elements("run_name", "attributes.status", "attr.user_id", "run_id")
        from compare in Comparisons
        select new RandomFilter($"{name} {compare.Text}", run => compare.Holds(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
        {
            "run_name" => run.RunName,
            "status" => MlflowNames.Of(run.Status),
            "user_id" => run.UserId,
            _ => run.RunId,
        }));

    private static readonly Gen<RandomFilter> OfTime =
        from isEnd in Gen.Elements(true, false)
        from order in Gen.Elements(Orders)
        from number in Gen.Elements("100", "102", "102.5", "200", "201", "1e300", "-1e300", "0")
        select new RandomFilter(
            $"{(isEnd ? "end_time" : "start_time")} {order.Sign} {number}",
            run => (isEnd ? run.EndTime : run.StartTime) is { } time && order.Holds(time, double.Parse(number, CultureInfo.InvariantCulture)));

    /// <summary>One to three conditions.</summary>
    public static Gen<RandomFilter> All { get; } =
        from count in Gen.Choose(1, 3)
        from parts in Gen.OneOf(OfMetric, OfProperty, OfNull, OfAttribute, OfTime).ListOf(count)
        select new RandomFilter(string.Join(" AND ", parts.Select(part => part.Text)), run => parts.All(part => part.Holds(run)));

    private static Gen<(string Text, Func<string, bool> Holds)> Comparisons =>
        from text in Gen.Elements(RandomRuns.Texts.Concat(["%", "%a%", "_", "a%b", "_%", "%slash", "F%", "finished", "%é%", "д_", "a_", "%[a]%", "0%"]).ToArray())
        from comparator in Gen.Elements("=", "!=", "LIKE", "ILIKE")
        select ($"{comparator} {(text.Contains('\'', StringComparison.Ordinal) ? $"\"{text}\"" : $"'{text}'")}", (Func<string, bool>)(comparator switch
        {
            "=" => value => value == text,
            "!=" => value => value != text,
            _ => value => Pattern(text, comparator == "ILIKE").IsMatch(value),
        }));

    private static string Quoted(string key) => key is "a" or "b" or "ключ" ? key : $"`{key}`";

    private static Regex Pattern(string like, bool ignoreCase) => new(
        "^" + string.Concat(like.Select(letter => letter switch
        {
            '%' => "(?:.|\\n)*",
            '_' => @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])",
            _ => Regex.Escape(letter.ToString()),
        })) + "\\z",
        RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));
}
