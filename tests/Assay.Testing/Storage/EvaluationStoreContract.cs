using Assay.Evaluations;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Writing and reading the rows of evaluations, as every evaluation store must keep them.</summary>
public abstract class EvaluationStoreContract : StoreContract
{
    private IEvaluationStore Evaluations => Store.Evaluations;

    [Fact]
    public async Task A_row_comes_back_whole()
    {
        var run = await NewRunAsync();
        var row = new EvaluationRow
        {
            RowId = "r\0 1",
            Repeat = 2,
            Index = 7,
            Digest = "3f2a",
            Fields = """{"inputs":"What?","n":1.50}""",
            Input = "What?",
            Reference = "",
            Answer = new Answer
            {
                Text = "So\0 so",
                ToolCalls = [new ToolCall("call_1", "search", """{"q": "x"}"""), new ToolCall(null, "stop", "")],
                FinishReason = FinishReason.ContentFilter,
                Refusal = "I can't.",
                FilteredFor = ["hate", "violence"],
                Usage = new TokenUsage(10, 20, null, 4),
                Model = "gpt-4o-mini-2024-07-18",
            },
            LatencySeconds = 0.1 + 0.2,
            Scores = [new RowScore("toxicity", 0.1 + 0.2), new RowScore("ari", null, "too short"), new RowScore("b", double.NaN), new RowScore("a", -1, "because")],
            TraceId = "tr-1",
        };
        await AppendAsync(run, row);
        (await ReadAllAsync(run)).Single().ShouldBeSameAs(row);
    }

    [Fact]
    public async Task A_failed_row_and_an_answer_without_text_are_told_apart()
    {
        var run = await NewRunAsync();
        var failed = Row(0) with { Answer = null, Error = "HTTP 500", Scores = [] };
        var wordless = Row(1) with { Answer = new Answer { FinishReason = FinishReason.Unknown }, Scores = [] };
        await AppendAsync(run, failed, wordless);
        (await ReadAllAsync(run)).ShouldBeSameAs([failed, wordless]);
        (await Evaluations.CountAsync(run.RunId, Cancel)).ShouldBe(new EvaluationCounts(2, 1));
    }

    [Fact]
    public async Task A_row_of_the_same_id_and_repeat_is_replaced_with_its_scores()
    {
        var run = await NewRunAsync();
        await AppendAsync(run, Row(0) with { Answer = null, Error = "timed out", Scores = [new RowScore("old", 1, "x")] }, Row(1));
        var mended = Row(0) with { Scores = [new RowScore("toxicity", 0.5), new RowScore("exact_match", 0)] };
        await AppendAsync(run, mended, Row(0) with { Repeat = 1 });
        (await ReadAllAsync(run)).ShouldBeSameAs([mended, Row(0) with { Repeat = 1 }, Row(1)]);
        (await Evaluations.CountAsync(run.RunId, Cancel)).ShouldBe(new EvaluationCounts(3, 0));
    }

    [Fact]
    public async Task Of_a_row_that_comes_twice_in_a_batch_the_last_stays()
    {
        var run = await NewRunAsync();
        var last = Row(0) with { Scores = [new RowScore("b", 2)] };
        await AppendAsync(run, Row(0), last);
        (await ReadAllAsync(run)).Single().ShouldBeSameAs(last);
    }

    [Fact]
    public async Task The_same_row_in_two_runs_is_two_rows()
    {
        var (first, second) = (await NewRunAsync(), await NewRunAsync());
        await AppendAsync(first, Row(0));
        await AppendAsync(second, Row(0), Row(1));
        (await ReadAllAsync(first)).Count.ShouldBe(1);
        (await ReadAllAsync(second)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Append_RunNotThereOrDeleted_IsRefused()
    {
        var run = await NewRunAsync();
        await Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted, Cancel);
        await ShouldRefuse(
            AppendAsync(run, Row(0)), ErrorCode.InvalidParameterValue, $"The run {run.RunId} must be in the 'active' state. Current state is deleted.");
        await ShouldRefuse(AppendAsync(run with { RunId = "x" }, Row(0)), ErrorCode.ResourceDoesNotExist, "Run with id=x not found");
        await ShouldRefuse(Evaluations.CountAsync("x", Cancel), ErrorCode.ResourceDoesNotExist, "Run with id=x not found");
    }

    [Fact]
    public async Task Append_TwoScoresOfOneName_WritesNothing()
    {
        var run = await NewRunAsync();
        await ShouldRefuse(
            Task.Run(() => AppendAsync(run, Row(0), Row(1) with { Scores = [new RowScore("a", 1), new RowScore("a", 2)] })),
            ErrorCode.InvalidParameterValue, "Row 'row-1' has two scores of one name.");
        (await Evaluations.CountAsync(run.RunId, Cancel)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Keys_of_many_rows_are_streamed_in_the_order_of_the_index_and_old_rows_are_still_replaced()
    {
        const int Count = 20_001; // more than two of the store's own pages
        var run = await NewRunAsync();
        foreach (var batch in Enumerable.Range(0, Count).Reverse().Chunk(4000))
        {
            await AppendAsync(run, [.. batch.Select(i => Row(i) with { Error = i == 3 ? "no" : null })]);
        }

        var keys = await Evaluations.ReadKeysAsync(run.RunId, Cancel).ToListAsync(Cancel);
        keys.Select(key => key.RowId).ShouldBe(Enumerable.Range(0, Count).Select(i => $"row-{i}"));
        keys[3].ShouldBe(new EvaluationRowKey("row-3", 0, "d3", true));
        keys[4].ShouldBe(new EvaluationRowKey("row-4", 0, "d4", false));

        await AppendAsync(run, Row(3), Row(Count - 1));
        (await Evaluations.CountAsync(run.RunId, Cancel)).ShouldBe(new EvaluationCounts(Count, 0));
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing()
    {
        var run = await NewRunAsync();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await AppendAsync(run, Row((caller * 20) + i));
                (await Evaluations.CountAsync(run.RunId, Cancel)).Total.ShouldBeGreaterThan(i);
            }
        })));
        (await ReadAllAsync(run)).Select(row => row.Index).ShouldBe(Enumerable.Range(0, 320).Select(i => (long)i));
    }

    internal static EvaluationRow Row(int index) => new()
    {
        RowId = $"row-{index}",
        Index = index,
        Digest = $"d{index}",
        Fields = "{}",
        Input = $"question {index}",
        Answer = $"answer {index}",
        Scores = [new RowScore("toxicity", index / 10.0)],
    };

    private Task AppendAsync(Run run, params IReadOnlyList<EvaluationRow> rows) => Evaluations.AppendAsync(run.RunId, rows, Cancel);

    private async Task<List<EvaluationRow>> ReadAllAsync(Run run) =>
        [.. (await Evaluations.ReadAsync(new EvaluationRowQuery { RunId = run.RunId, MaxResults = 10_000 }, Cancel)).Items];
}
