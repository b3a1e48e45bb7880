namespace Assay.Tests.Filters;

/// <summary>
/// A line of <c>filter-cases.tsv</c>: entity, filter, order_by (several separated by <c> ; </c>) and what is expected: names separated by commas
/// (sorted as found when there is an order_by or the line says so by being in order), <c>(none)</c>, or <c>! </c> and the refusal.
/// </summary>
public sealed record FilterCase(int Line, string Entity, string Filter, IReadOnlyList<string> OrderBy, string Expected)
{
    /// <summary>The refusal that is expected; null when an answer is.</summary>
    public string? Refusal => Expected.StartsWith("! ", StringComparison.Ordinal) ? Expected[2..] : null;

    /// <summary>The names that are expected, in order.</summary>
    public IReadOnlyList<string> Names => Expected == "(none)" ? [] : Expected.Split(',');

    /// <summary>The cases of some entities; all of them for none named.</summary>
    public static IReadOnlyList<FilterCase> All(params string[] entities)
    {
        using var stream = typeof(FilterCase).Assembly.GetManifestResourceStream("filter-cases.tsv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n')
                .Select((line, index) => (Line: index + 1, Fields: line.Split('\t')))
                .Where(line => line.Fields.Length > 1 && !line.Fields[0].StartsWith('#'))
                .Select(line => new FilterCase(line.Line, line.Fields[0], line.Fields[1], OrderOf(line.Fields[2]), line.Fields[3]))
                .Where(one => entities.Length == 0 || entities.Contains(one.Entity)),
        ];
    }

    public override string ToString() => $"line {Line}: {Entity} | {Filter} | {string.Join(" ; ", OrderBy)}";

    private static string[] OrderOf(string field) => field.Length == 0 ? [] : field.Split(" ; ");
}
