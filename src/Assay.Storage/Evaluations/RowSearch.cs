using System.Globalization;
using System.Text;
using Assay.Evaluations;
using Assay.Storage.Sql;

namespace Assay.Storage.Evaluations;

/// <summary>The place of a row in a sorted list: enough to ask for what follows it.</summary>
internal sealed record RowPlace(long Key, long Index, long Repeat, double? Score);

/// <summary>
/// Makes the SQL that finds a page's rows: conditions, ordering, and where the page before ended. Finds keys and places only; the rows
/// themselves are read afterwards, so that sorting moves no texts.
/// </summary>
internal sealed class RowSearch(SqlDialect dialect, EvaluationRowQuery query, long run, IReadOnlyDictionary<string, long> scorers)
{
    private const long NoScorer = -1;
    private readonly List<object?> _arguments = [];
    private readonly StringBuilder _conditions = new();

    /// <summary>What a page token is bound to: everything but the page's size.</summary>
    public static string Purpose(EvaluationRowQuery query)
    {
        var bounds = query.Scores.Select(bound =>
            string.Create(CultureInfo.InvariantCulture, $"{bound.Scorer} {bound.AtLeast:R} {bound.AtMost:R} {bound.Missing}"));
        return $"rows {query.RunId} {query.RowId} {query.Repeat} {query.Unscored} {query.Failed} {query.Contains} [{string.Join(';', bounds)}] {query.OrderByScorer} {query.Descending}";
    }

    public static string TokenAfter(RowPlace place, string purpose) =>
        PageToken.Encode(purpose, place.Index, place.Repeat, place.Key, place.Score is null ? 0 : 1, place.Score ?? 0.0);

    public static PageToken? Decode(EvaluationRowQuery query) => PageToken.Decode(query.PageToken, Purpose(query), 5);

    /// <summary>The places of the page's rows, and one more when there is a next page.</summary>
    public ValueTask<List<RowPlace>> FindAsync(SqlSession session, PageToken? after, CancellationToken cancellationToken)
    {
        var sorted = query.OrderByScorer is not null;
        var score = sorted ? "c.value" : "NULL";
        var join = sorted ? $" LEFT JOIN eval_scores c ON c.scorer_key = {Add(Scorer(query.OrderByScorer!))} AND c.row_key = r.row_key" : "";
        _conditions.Append(CultureInfo.InvariantCulture, $"r.run_key = {Add(run)}");
        AddFilters();
        if (after is not null)
        {
            AddStart(after, sorted);
        }

        var direction = query.Descending ? "DESC" : "ASC";
        var order = sorted
            ? $"c.value IS NULL, c.value {direction}, r.row_index, r.repeat, r.row_key"
            : $"r.row_index {direction}, r.repeat {direction}, r.row_key {direction}";
        return session.ListAsync(
            $"SELECT r.row_key, r.row_index, r.repeat, {score} FROM eval_rows r{join} WHERE {_conditions} ORDER BY {order} LIMIT {Add(query.MaxResults + 1)}",
            row => new RowPlace(row.Long(0), row.Long(1), row.Long(2), row.DoubleOrNull(3)),
            cancellationToken, [.. _arguments]);
    }

    /// <summary>How many rows there are on all pages, at most so many.</summary>
    public async ValueTask<long> CountAsync(SqlSession session, int most)
    {
        _conditions.Append(CultureInfo.InvariantCulture, $"r.run_key = {Add(run)}");
        AddFilters();
        return await session.KeyAsync(
            $"SELECT count(*) FROM (SELECT 1 FROM eval_rows r WHERE {_conditions} LIMIT {Add(most)}) AS found", [.. _arguments]).ConfigureAwait(false) ?? 0;
    }

    private void AddFilters()
    {
        if (query.RowId is { } id)
        {
            And(RowIdTable.Condition("r", Add(run), Add(RowIdTable.HashOf(id)), Add(id)));
        }

        if (query.Repeat is { } repeat)
        {
            And($"r.repeat = {Add(repeat)}");
        }

        if (query.Failed is { } failed)
        {
            And($"r.failed = {Add(failed ? 1 : 0)}");
        }

        if (query.Status is { } status)
        {
            And(OfStatus(status));
        }

        if (!string.IsNullOrEmpty(query.Contains))
        {
            And(dialect.Contains(["r.input", "r.reference", "r.answer", "r.error"], Add(dialect.ContainsValue(query.Contains)), query.Contains));
        }

        foreach (var bound in query.Scores)
        {
            AddBound(bound);
        }

        if (query.Unscored is { } scorer)
        {
            AddBound(new(scorer, Missing: true));
        }
    }

    /// <summary>The same order of precedence as for a row that was read: an error, a refusal, how the answer ended.</summary>
    private string OfStatus(RowStatus status)
    {
        // Within a text of the JSON the quotes would have a stroke before them.
        const string Refused = "coalesce(r.more, '') LIKE '%\"refusal\":%'";
        const string Failed = "(r.failed = 1 OR r.finish IS NULL)";
        string Ended(string how) => $"NOT {Failed} AND NOT {Refused} AND r.finish {how}";
        return status switch
        {
            RowStatus.Failed => Failed,
            RowStatus.Refused => $"NOT {Failed} AND {Refused}",
            RowStatus.Filtered => Ended($"= {Add((int)FinishReason.ContentFilter)}"),
            RowStatus.Truncated => Ended($"= {Add((int)FinishReason.Length)}"),
            _ => Ended($"NOT IN ({Add((int)FinishReason.ContentFilter)}, {Add((int)FinishReason.Length)})"),
        };
    }

    private void AddBound(ScoreBound bound)
    {
        var scores = $"EXISTS (SELECT 1 FROM eval_scores b WHERE b.scorer_key = {Add(Scorer(bound.Scorer))} AND b.row_key = r.row_key AND ";
        if (bound.Missing)
        {
            And($"NOT {scores}(b.value IS NOT NULL OR b.is_nan = 1))");
            return;
        }

        var low = bound.AtLeast is { } least ? $" AND b.value >= {Add(least)}" : "";
        var high = bound.AtMost is { } most ? $" AND b.value <= {Add(most)}" : "";
        And($"{scores}b.value IS NOT NULL{low}{high})");
    }

    /// <summary>Only what comes after the last row of the page before.</summary>
    private void AddStart(PageToken after, bool sorted)
    {
        var descending = query.Descending ? "<" : ">";
        string Tie(string sign) => $"(r.row_index, r.repeat, r.row_key) {sign} ({Add(after.Long(0))}, {Add(after.Long(1))}, {Add(after.Long(2))})";
        if (!sorted)
        {
            And(Tie(descending));
        }
        else if (after.Long(3) == 0)
        {
            And($"c.value IS NULL AND {Tie(">")}");
        }
        else
        {
            var score = Add(after.Double(4));
            And($"(c.value IS NULL OR c.value {descending} {score} OR (c.value = {score} AND {Tie(">")}))");
        }
    }

    private void And(string condition) => _conditions.Append(" AND ").Append(condition);

    private long Scorer(string name) => scorers.GetValueOrDefault(name, NoScorer);

    private string Add(object? value)
    {
        _arguments.Add(value);
        return $"${_arguments.Count}";
    }
}
