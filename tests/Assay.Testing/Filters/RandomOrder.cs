using System.Text;
using Assay.Mlflow;
using Assay.Tracking;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Filters;

/// <summary>An ordering, and how it sorts runs that are held in memory.</summary>
internal sealed record RandomOrder(string Text, Comparison<Run> Compare)
{
    private static readonly string[] Attributes = ["start_time", "end_time", "run_name", "status", "user_id"];

    private static readonly Gen<RandomOrder> One =
        from field in Gen.Elements(Attributes.Concat(RandomRuns.Keys[..5].SelectMany(key => new[] { $"metrics.`{key}`", $"params.`{key}`", $"tags.`{key}`" })).ToArray())
        from isAscending in Gen.Elements(true, false)
        select new RandomOrder($"{field} {(isAscending ? "ASC" : "DESC")}", (x, y) => Order(Value(x, field), Value(y, field), isAscending));

    /// <summary>None to three clauses; then the newest first, then by id.</summary>
    public static Gen<(IReadOnlyList<string> Texts, Comparison<Run> Compare)> All { get; } =
        from count in Gen.Choose(0, 3)
        from parts in One.ListOf(count)
        let distinct = parts.DistinctBy(part => part.Text.Split(' ')[0] + part.Text.Contains("x y", StringComparison.Ordinal)).ToList()
        select ((IReadOnlyList<string>)[.. distinct.Select(part => part.Text)], (Comparison<Run>)((x, y) => distinct
            .Select(part => part.Compare(x, y))
            .Append(distinct.Exists(part => part.Text.StartsWith("start_time", StringComparison.Ordinal)) ? 0 : y.StartTime.CompareTo(x.StartTime))
            .Append(string.CompareOrdinal(x.RunId, y.RunId))
            .FirstOrDefault(order => order != 0)));

    private static object? Value(Run run, string field)
    {
        var key = field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..].Trim('`');
        return field[..Math.Max(0, field.IndexOf('.', StringComparison.Ordinal))] switch
        {
            "metrics" => run.Metrics.FirstOrDefault(one => one.Key == key)?.Value,
            "params" => run.Params.FirstOrDefault(one => one.Key == key)?.Value,
            "tags" => run.Tags.FirstOrDefault(one => one.Key == key)?.Value,
            _ => field switch
            {
                "start_time" => (double)run.StartTime,
                "end_time" => (double?)run.EndTime,
                "run_name" => run.RunName,
                "status" => MlflowNames.Of(run.Status),
                _ => run.UserId,
            },
        };
    }

    private static int Order(object? x, object? y, bool isAscending)
    {
        var (first, second) = (Rank(x), Rank(y));
        if (first != second || first > 0)
        {
            return first.CompareTo(second);
        }

        var order = x is double number ? (number == (double)y! ? 0 : number.CompareTo((double)y!)) : Bytes(x!).AsSpan().SequenceCompareTo(Bytes(y!));
        return isAscending ? order : -order;
    }

    private static int Rank(object? value) => value is null ? 2 : value is double.NaN ? 1 : 0;

    private static byte[] Bytes(object text) => Encoding.UTF8.GetBytes((string)text);
}
