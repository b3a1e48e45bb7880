using System.IO.Pipes;
using System.Text;
using Assay.Filters;
using Assay.Scoring;

namespace Assay.Tests.Filters;

public sealed class ScoreFilterTests
{
    [Theory]
    [InlineData("{\"prediction\":\"abc\"}", "{\"prediction\":\"abc\",\"scores\":{\"length\":3}}")]
    [InlineData("{ \"id\" : 1.0 ,\"prediction\" : \"\\u00e9\"  , \"o\":{ \"a\" : [ 1 ] } }", "{ \"id\" : 1.0 ,\"prediction\" : \"\\u00e9\"  , \"o\":{ \"a\" : [ 1 ] },\"scores\":{\"length\":1}}")]
    [InlineData("{\"prediction\":\"a\",\"reference\":\"bb\",\"input\":\"ccc\",\"context\":\"dddd\"}", "{\"prediction\":\"a\",\"reference\":\"bb\",\"input\":\"ccc\",\"context\":\"dddd\",\"scores\":{\"length\":4321}}")]
    [InlineData("{\"prediction\":[1, 2]}", "{\"prediction\":[1, 2],\"scores\":{\"length\":5}}")]
    [InlineData("{\"prediction\":\"none\"}", "{\"prediction\":\"none\",\"scores\":{\"length\":null},\"reasons\":{\"length\":\"it says \\\"none\\\"\"}}")]
    [InlineData("{\"prediction\":\"nan\"}", "{\"prediction\":\"nan\",\"scores\":{\"length\":null},\"reasons\":{\"length\":\"the score is not a number\"}}")]
    [InlineData("{\"a\":1}", "{\"a\":1,\"scores\":{\"length\":null},\"reasons\":{\"length\":\"there is no field \\\"prediction\\\"\"}}")]
    [InlineData("{ }", "{\"scores\":{\"length\":null},\"reasons\":{\"length\":\"there is no field \\\"prediction\\\"\"}}")]
    [InlineData("{\"prediction\":null}", "{\"prediction\":null,\"scores\":{\"length\":null},\"reasons\":{\"length\":\"the field \\\"prediction\\\" has no value\"}}")]
    [InlineData("{\"prediction\":\"\\ud83d\"}", "{\"prediction\":\"\\ud83d\",\"scores\":{\"length\":null},\"reasons\":{\"length\":\"the field \\\"prediction\\\" holds half a character\"}}")]
    [InlineData("{\"prediction\":\"a\",\"prediction\":\"abc\"}", "{\"prediction\":\"a\",\"prediction\":\"abc\",\"scores\":{\"length\":3}}")]
    public async Task A_line_comes_out_as_it_was_with_its_scores(string line, string expected) => (await FilterAsync(line)).ShouldBe(expected + "\n");

    [Theory]
    [InlineData("{\"scores\":{\"x\":1},\"prediction\":\"abc\",\"reasons\":{}}", "{\"prediction\":\"abc\",\"scores\":{\"length\":3}}")]
    [InlineData("{\"a\": 1, \"b\" :2 ,\"scores\":0, \"prediction\": \"abc\"}", "{\"a\": 1, \"b\" :2,\"prediction\": \"abc\",\"scores\":{\"length\":3}}")]
    [InlineData("{\"prediction\":\"abc\",\"scores\":1,\"scores\":2}", "{\"prediction\":\"abc\",\"scores\":{\"length\":3}}")]
    [InlineData("{\"scores\":1}", "{\"scores\":{\"length\":null},\"reasons\":{\"length\":\"there is no field \\\"prediction\\\"\"}}")]
    public async Task Scores_of_before_are_replaced(string line, string expected) => (await FilterAsync(line)).ShouldBe(expected + "\n");

    [Fact]
    public async Task Scoring_what_was_scored_changes_nothing()
    {
        var once = await FilterAsync("{\"prediction\":\"abc\",\"id\":1}\n{\"prediction\":\"none\"}\n");

        (await FilterAsync(once)).ShouldBe(once);
    }

    [Fact]
    public async Task Blank_lines_marks_and_carriage_returns_are_dropped() =>
        (await FilterAsync("\uFEFF\n{\"prediction\":\"a\"}\r\n  \n\n{\"prediction\":\"b\"}"))
            .ShouldBe("{\"prediction\":\"a\",\"scores\":{\"length\":1}}\n{\"prediction\":\"b\",\"scores\":{\"length\":1}}\n");

    [Fact]
    public async Task No_lines_give_no_lines() => (await FilterAsync("")).ShouldBe("");

    [Fact]
    public async Task Fields_have_the_names_that_the_options_say()
    {
        var options = new ScoreFilterOptions { PredictionColumn = "answer", ReferenceColumn = "gold", InputColumn = "question", ContextColumn = "prediction" };

        (await FilterAsync("{\"answer\":\"a\",\"gold\":\"bb\",\"question\":\"ccc\",\"prediction\":\"dddd\"}", options)).ShouldContain("\"scores\":{\"length\":4321}");
    }

    [Fact]
    public async Task Several_scorers_come_in_their_order() =>
        (await FilterAsync("{\"prediction\":\"none\"}", null, new TextLength("b"), new TextLength("a\"é")))
            .ShouldBe("{\"prediction\":\"none\",\"scores\":{\"b\":null,\"a\\\"é\":null},\"reasons\":{\"b\":\"it says \\\"none\\\"\",\"a\\\"é\":\"it says \\\"none\\\"\"}}\n");

    [Fact]
    public async Task Many_lines_stay_in_order_whoever_is_done_first()
    {
        var random = new Random(7);
        var lines = Enumerable.Range(0, 20_000).Select(i => $"{{\"id\":{i},\"prediction\":\"{new string('x', random.Next(200))}\"}}").ToArray();
        var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();

        var result = await ScoreFilter.RunAsync(
            input, output, [new TextLength(wait: sample => sample.Output.Text!.Length % 50 == 0 ? Task.Run(() => Thread.SpinWait(1000)) : Task.CompletedTask)],
            cancellationToken: TestContext.Current.CancellationToken);

        result.ShouldBe(new ScoreFilterResult(lines.Length, 0));
        var scored = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        scored.Length.ShouldBe(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            scored[i].ShouldStartWith(lines[i][..^1]);
            scored[i].ShouldEndWith($",\"scores\":{{\"length\":{lines[i].Count(letter => letter == 'x')}}}}}");
        }
    }

    [Fact]
    public async Task Lines_that_wait_for_a_service_wait_together()
    {
        var waiting = 0;
        var all = new TaskCompletionSource();
        var scorer = new TextLength(wait: _ => Interlocked.Increment(ref waiting) == 4 ? Task.Run(all.SetResult) : all.Task);

        var output = await FilterAsync("{\"prediction\":\"a\"}\n{\"prediction\":\"bb\"}\n{\"prediction\":\"ccc\"}\n{\"prediction\":\"dddd\"}\n", null, scorer);

        output.Split('\n').Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_line_goes_on_before_the_next_one_comes()
    {
        var token = TestContext.Current.CancellationToken;
        using var input = new AnonymousPipeServerStream(PipeDirection.Out);
        using var source = new AnonymousPipeClientStream(PipeDirection.In, input.ClientSafePipeHandle);
        using var target = new AnonymousPipeServerStream(PipeDirection.Out);
        using var output = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, target.ClientSafePipeHandle));
        var running = ScoreFilter.RunAsync(source, target, [new TextLength()], cancellationToken: token);

        await input.WriteAsync("{\"prediction\":\"a\"}\n{\"pred"u8.ToArray(), token);
        (await output.ReadLineAsync(token)).ShouldBe("{\"prediction\":\"a\",\"scores\":{\"length\":1}}");
        await input.WriteAsync("iction\":\"bb\"}"u8.ToArray(), token);
        input.Dispose();

        (await output.ReadLineAsync(token)).ShouldBe("{\"prediction\":\"bb\",\"scores\":{\"length\":2}}");
        (await running).Scored.ShouldBe(2);
    }

    [Fact]
    public async Task When_nobody_reads_any_more_it_ends_quietly()
    {
        var token = TestContext.Current.CancellationToken;
        using var target = new AnonymousPipeServerStream(PipeDirection.Out);
        var reader = new AnonymousPipeClientStream(PipeDirection.In, target.ClientSafePipeHandle);
        target.DisposeLocalCopyOfClientHandle();
        reader.Dispose();
        var endless = new EndlessLines("{\"prediction\":\"a\"}\n"u8.ToArray());

        await ScoreFilter.RunAsync(endless, target, [new TextLength()], cancellationToken: token);

        endless.LinesRead.ShouldBeLessThan(10_000_000);
    }

    [Fact]
    public async Task A_long_line_is_scored()
    {
        var text = new string('x', 3_000_000);

        (await FilterAsync($"{{\"prediction\":\"{text}\"}}\n{{\"prediction\":\"a\"}}")).ShouldEndWith("x\",\"scores\":{\"length\":3000000}}\n{\"prediction\":\"a\",\"scores\":{\"length\":1}}\n");
    }

    [Fact]
    public async Task A_scorer_that_throws_leaves_its_line_without_a_score_and_the_others_as_they_are()
    {
        var scorers = new IScorer[] { new TextLength("broken", _ => throw new NotSupportedException("it\nbroke")), new TextLength() };

        (await FilterAsync("{\"prediction\":\"a\"}", null, scorers)).ShouldBe(
            "{\"prediction\":\"a\",\"scores\":{\"broken\":null,\"length\":1},\"reasons\":{\"broken\":\"the scorer failed: it broke\"}}\n");
    }

    private static Task<string> FilterAsync(string input, ScoreFilterOptions? options = null, params IScorer[] scorers) =>
        FilterRun.OutputAsync(Encoding.UTF8.GetBytes(input), options, scorers.Length == 0 ? [new TextLength()] : scorers);
}
