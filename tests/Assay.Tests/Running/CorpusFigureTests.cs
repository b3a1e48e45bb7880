namespace Assay.Tests.Running;

public sealed class CorpusFigureTests : EvaluationTest
{
    // Even rows answer "It is N.", odd ones "no": 3 words and 1.
    private static Evaluation Answers(PooledWordLength scorer, int rows) => Questions(rows) with { Scorers = [scorer] };

    [Fact]
    public async Task Figure_OfAllRows_IsNoMeanOfTheirs()
    {
        var summary = await Answers(new PooledWordLength(), 4).RunAsync(Store, cancellationToken: Cancel);

        var scorer = summary.Scorers.Single();
        scorer.Scored.ShouldBe(4);
        scorer.Aggregates.Select(figure => (figure.Key, figure.Value)).ShouldBe(
        [
            ("word_length/pooled", 16 / 8.0), ("word_length/undefined", double.NaN), ("word_length/median", 2),
            ("word_length/min", 2), ("word_length/max", 2),
        ]);
    }

    [Fact]
    public async Task Figure_WithoutMeaning_IsNotLogged_AndOneThatIsNoNumberIsSaidSo()
    {
        var summary = await Answers(new PooledWordLength(), 4).RunAsync(Store, cancellationToken: Cancel);

        (await Runs()).Single().Metrics.Select(metric => metric.Key).ShouldBe(
            ["word_length/pooled", "word_length/undefined", "word_length/median", "word_length/min", "word_length/max"], ignoreOrder: true);
        summary.Warnings.ShouldContain("word_length/undefined has no value: it is not defined for these rows");
    }

    [Fact]
    public async Task Resumed_ScoresStoredRowsAgainForTheirParts()
    {
        var whole = await Answers(new PooledWordLength(), 40).RunAsync(Store, cancellationToken: Cancel);
        using var stop = new CancellationTokenSource();
        var count = 0;
        var model = Model.From(async (row, cancellationToken) =>
        {
            if (Interlocked.Increment(ref count) == 20)
            {
                await stop.CancelAsync();
            }

            return await Echo.AnswerAsync(row, cancellationToken);
        });
        var evaluation = Answers(new PooledWordLength(), 40) with { Model = model };
        await Should.ThrowAsync<OperationCanceledException>(() => evaluation.RunAsync(Store, cancellationToken: stop.Token));

        var scorer = new PooledWordLength();
        var resumed = await (evaluation with { Scorers = [scorer] }).ResumeAsync(Store, "last", cancellationToken: Cancel);

        resumed.Rows.Resumed.ShouldBeGreaterThan(0);
        scorer.Asked.ShouldBe(40);
        resumed.Scorers.Single().Aggregates.ShouldBe(whole.Scorers.Single().Aggregates);
    }
}
