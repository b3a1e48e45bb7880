using Assay.Evaluations;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Filtering, sorting and paging the rows of evaluations.</summary>
public abstract class EvaluationSearchContract : StoreContract
{
    private readonly List<EvaluationRow> rows = [.. Enumerable.Range(0, 40).Select(Row)];

    [Fact]
    public async Task Pages_in_the_order_of_the_data_set_or_backwards()
    {
        var query = await QueryAsync();
        (await IndexesAsync(query)).ShouldBe(rows.Select(row => row.Index));
        (await IndexesAsync(query with { Descending = true })).ShouldBe(rows.Select(row => row.Index).Reverse());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_sorted_by_a_score_neither_repeat_nor_skip_and_put_rows_without_one_last(bool descending)
    {
        var query = await QueryAsync() with { OrderByScorer = "s", Descending = descending };
        var scored = rows.Where(row => Value(row) is { } value && !double.IsNaN(value));
        var sorted = descending ? scored.OrderByDescending(Value) : scored.OrderBy(Value);
        var expected = sorted.ThenBy(row => row.Index).Concat(rows.Except(scored)).Select(row => row.Index).ToList();
        foreach (var size in (int[])[1, 3, 7, 1000])
        {
            (await IndexesAsync(query with { MaxResults = size })).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Bounds_on_scores_are_inclusive_and_can_be_joined()
    {
        var query = await QueryAsync();
        (await IndexesAsync(query with { Scores = [new ScoreBound("s", 2)] })).ShouldBe(Where(value => value >= 2));
        (await IndexesAsync(query with { Scores = [new ScoreBound("s", AtMost: 2)] })).ShouldBe(Where(value => value <= 2));
        (await IndexesAsync(query with { Scores = [new ScoreBound("s", 1, 2), new ScoreBound("index", 10, 20)] }))
            .ShouldBe(Where(value => value is >= 1 and <= 2).Where(index => index is >= 10 and <= 20));
        (await IndexesAsync(query with { Scores = [new ScoreBound("s", Missing: true)] })).ShouldBe(Where(value => value is null));
        (await IndexesAsync(query with { Scores = [new ScoreBound("unknown", 0)] })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_is_found_by_its_id_with_all_its_answers_and_no_other()
    {
        var query = await QueryAsync();
        await Store.Evaluations.AppendAsync(query.RunId, [rows[7] with { Repeat = 1 }], Cancel);
        var page = await Store.Evaluations.ReadAsync(query with { RowId = rows[7].RowId }, Cancel);
        page.Items.Select(row => (row.RowId, row.Repeat)).ShouldBe([(rows[7].RowId, 0), (rows[7].RowId, 1)]);
        (await IndexesAsync(query with { RowId = rows[7].RowId + " " })).ShouldBeEmpty();
        (await IndexesAsync(query with { RowId = rows[7].RowId, Failed = rows[7].Error is null })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Failed_rows_are_found_or_left_out()
    {
        var query = await QueryAsync();
        (await IndexesAsync(query with { Failed = true })).ShouldBe(rows.Where(row => row.Error is not null).Select(row => row.Index));
        (await IndexesAsync(query with { Failed = false })).ShouldBe(rows.Where(row => row.Error is null).Select(row => row.Index));
    }

    [Fact]
    public async Task A_row_is_found_by_its_id_and_repeat()
    {
        var query = await QueryAsync();
        await Store.Evaluations.AppendAsync(query.RunId, [Row(7) with { Repeat = 1, Index = 1007 }, Row(7) with { Repeat = 2, Index = 2007 }], Cancel);
        (await IndexesAsync(query with { RowId = Row(7).RowId })).ShouldBe([7, 1007, 2007]);
        (await IndexesAsync(query with { RowId = Row(7).RowId, Repeat = 1 })).ShouldBe([1007]);
        (await IndexesAsync(query with { Repeat = 2 })).ShouldBe([2007]);
        (await IndexesAsync(query with { RowId = Row(7).RowId, Repeat = 3 })).ShouldBeEmpty();
        (await IndexesAsync(query with { RowId = "none" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_that_a_scorer_gave_no_value_are_found()
    {
        var query = await QueryAsync();
        (await IndexesAsync(query with { Unscored = "s" })).ShouldBe(Where(value => value is null));
        (await IndexesAsync(query with { Unscored = "s", Failed = false })).ShouldBe(Where(value => value is null).Where(index => index % 9 != 0));
        (await IndexesAsync(query with { Unscored = "unknown" })).ShouldBe(rows.Select(row => row.Index));
    }

    [Fact]
    public async Task Rows_are_found_by_what_became_of_them()
    {
        var query = await QueryAsync();
        var run = await Store.Tracking.CreateRunAsync(new NewRun("0", "answers"), Cancel);
        ToolCall[] calls = [new("1", "look", """{"refusal":"no"}""")];
        (EvaluationRow Row, RowStatus Status)[] expected =
        [
            (Row(1) with { Error = null, Answer = Answer.FromText("whole") }, RowStatus.Answered),
            (Row(2) with { Error = "away", Answer = null }, RowStatus.Failed),
            (Row(3) with { Error = null, Answer = null }, RowStatus.Failed),
            (Row(4) with { Error = null, Answer = new Answer { Refusal = "I will not", FinishReason = FinishReason.Length } }, RowStatus.Refused),
            (Row(5) with { Error = null, Answer = new Answer { FinishReason = FinishReason.ContentFilter, FilteredFor = ["hate"] } }, RowStatus.Filtered),
            (Row(6) with { Error = null, Answer = new Answer { Text = "cu", FinishReason = FinishReason.Length } }, RowStatus.Truncated),
            (Row(7) with { Error = null, Answer = new Answer { Text = "\"refusal\":", ToolCalls = calls, FinishReason = FinishReason.ToolCalls } }, RowStatus.Answered),
            (Row(8) with { Error = "late", Answer = new Answer { Refusal = "no" } }, RowStatus.Failed),
        ];
        await Store.Evaluations.AppendAsync(run.RunId, [.. expected.Select(of => of.Row)], Cancel);
        foreach (var status in Enum.GetValues<RowStatus>())
        {
            var search = query with { RunId = run.RunId, Status = status };
            (await IndexesAsync(search)).ShouldBe(expected.Where(of => of.Status == status).Select(of => of.Row.Index), status.ToString());
            (await Store.Evaluations.CountMatchesAsync(search, Cancel)).ShouldBe(expected.Count(of => of.Status == status));
        }
    }

    [Fact]
    public async Task What_a_search_finds_on_all_pages_is_counted()
    {
        var query = await QueryAsync() with { MaxResults = 3, OrderByScorer = "s" };
        foreach (var search in (EvaluationRowQuery[])
        [
            query, query with { Failed = true }, query with { Contains = "ANSWER 1" }, query with { Scores = [new ScoreBound("s", 2)] },
            query with { Unscored = "s" }, query with { Unscored = "s", Failed = false, Contains = "question" }, query with { Contains = "none of this" },
        ])
        {
            (await Store.Evaluations.CountMatchesAsync(search, Cancel)).ShouldBe((await IndexesAsync(search)).Count);
        }
    }

    [Theory]
    [InlineData("QUESTION 7", 7L)]
    [InlineData("answer 12", 12L)]
    [InlineData("the Reference of 31", 31L)]
    [InlineData("timed OUT at 9", 9L)]
    [InlineData("CAFÉ À 5", 5L)]
    [InlineData("привет 6", 6L)]
    [InlineData("50%_ \\ off 8", 8L)]
    public async Task Contains_finds_text_of_either_case_in_any_alphabet_and_takes_no_character_for_a_wildcard(string text, long index) =>
        (await IndexesAsync(await QueryAsync() with { Contains = text })).ShouldBe([index]);

    [Fact]
    public async Task Contains_finds_nothing_where_only_a_wildcard_would()
    {
        var query = await QueryAsync();
        (await IndexesAsync(query with { Contains = "questio_" })).ShouldBeEmpty();
        (await IndexesAsync(query with { Contains = "q%n" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_may_follow_while_rows_are_added()
    {
        var query = await QueryAsync() with { OrderByScorer = "s", MaxResults = 10 };
        var seen = new List<EvaluationRow>();
        string? token = null;
        var next = rows.Count;
        do
        {
            var page = await Store.Evaluations.ReadAsync(query with { PageToken = token }, Cancel);
            seen.AddRange(page.Items);
            token = page.NextPageToken;
            await Store.Evaluations.AppendAsync(query.RunId, [Row(next) with { Index = next++, Scores = [new RowScore("s", -1)] }], Cancel);
        }
        while (token is not null);

        seen.Select(row => row.Index).ShouldBe(rows.Select(row => row.Index), ignoreOrder: true);
    }

    [Fact]
    public async Task A_token_of_another_search_and_a_bad_page_size_are_refused()
    {
        var query = await QueryAsync() with { MaxResults = 5 };
        var token = (await Store.Evaluations.ReadAsync(query, Cancel)).NextPageToken;
        await ShouldRefuse(
            Task.Run(() => Store.Evaluations.ReadAsync(query with { PageToken = token, Descending = true }, Cancel)),
            ErrorCode.InvalidParameterValue, "Invalid page token, it belongs to another search");
        await ShouldRefuse(
            Task.Run(() => Store.Evaluations.ReadAsync(query with { MaxResults = 10_001 }, Cancel)),
            ErrorCode.InvalidParameterValue, "Invalid value 10001 for parameter 'max_results' supplied. It must be at most 10000");
    }

    /// <summary>Row i: scores with ties, infinities, NaN, and rows that were not scored or failed.</summary>
    private static EvaluationRow Row(int i) => EvaluationStoreContract.Row(i) with
    {
        Input = i switch { 5 => "Un café à 5", 6 => "ПРИВЕТ 6", 8 => "50%_ \\ off 8", _ => $"Question {i}" },
        Answer = i % 9 == 0 ? null : (Answer)$"Answer {i}.",
        Reference = i == 31 ? $"The reference of {i}" : null,
        Error = i % 9 == 0 ? $"timed out at {i}" : null,
        Scores = i % 9 == 0 ? [] :
        [
            new RowScore("index", i),
            new RowScore("s", i switch { 10 => double.PositiveInfinity, 11 => double.NegativeInfinity, 13 => double.NaN, _ => i % 7 == 0 ? null : i % 4 }, "why"),
        ],
    };

    private static double? Value(EvaluationRow row) => row.Scores.FirstOrDefault(score => score.Scorer == "s")?.Value;

    private IEnumerable<long> Where(Func<double?, bool> condition) => rows.Where(row => condition(Value(row))).Select(row => row.Index);

    private async Task<EvaluationRowQuery> QueryAsync()
    {
        var run = await NewRunAsync();
        await Store.Evaluations.AppendAsync(run.RunId, [.. rows.OrderBy(row => row.Index % 5)], Cancel);
        return new EvaluationRowQuery { RunId = run.RunId, MaxResults = 6 };
    }

    private async Task<List<long>> IndexesAsync(EvaluationRowQuery query)
    {
        var indexes = new List<long>();
        string? token = null;
        do
        {
            var page = await Store.Evaluations.ReadAsync(query with { PageToken = token }, Cancel);
            page.Items.Count.ShouldBeLessThanOrEqualTo(query.MaxResults);
            indexes.AddRange(page.Items.Select(row => row.Index));
            token = page.NextPageToken;
        }
        while (token is not null);
        return indexes;
    }
}
