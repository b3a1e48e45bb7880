using System.Collections.Concurrent;
using Assay.Models;
using Assay.Statistics;

namespace Assay.Tests.Running;

public sealed class RepeatTests : EvaluationTest
{
    /// <summary>Right on every third row, always; on the next, the first time only; never on the third.</summary>
    private static FunctionModel Wavering(ConcurrentBag<(string, int)>? asked = null) => new("wavering", (request, _) =>
    {
        asked?.Add((request.RowId, request.Repeat));
        var number = int.Parse(request.Prompt, System.Globalization.CultureInfo.InvariantCulture);
        return Task.FromResult<Answer>(number % 3 == 0 || (number % 3 == 1 && request.Repeat == 0) ? "yes" : "no");
    });

    private static Evaluation Numbers(IModel model, int rows = 30, int repeats = 4) => new()
    {
        Dataset = Dataset.From(Enumerable.Range(0, rows).Select(i => new { id = $"row {i}", inputs = $"{i}", ground_truth = "yes" })),
        Model = Model.Ask(model),
        Scorers = [.. Scorers.Named("exact_match")],
        Repeats = repeats,
    };

    [Fact]
    public async Task Rows_StayTheUnit_TheirScoreIsTheMeanOfTheirAnswers()
    {
        var summary = await Numbers(Wavering()).RunAsync(Store, cancellationToken: Cancel);

        var scorer = summary.Scorers.Single();
        (scorer.Scored, summary.Rows.Total, summary.Rows.Repeats).ShouldBe((30, 30, 4));
        scorer.Aggregates[0].Value.ShouldBe((1 + 0.25 + 0) / 3, 1e-12);
        scorer.Aggregates[0].Method.ShouldBe("Wilson, effective n");
    }

    [Fact]
    public async Task FlakyRows_AreNamed_AndTheVarianceIsSplit()
    {
        var repeats = (await Numbers(Wavering()).RunAsync(Store, cancellationToken: Cancel)).Scorers.Single().Repeats!;

        repeats.Flaky.ShouldBe(10);
        repeats.FlakyRows.ShouldAllBe(row => row.Scores.Count == 4 && row.Scores.Sum() == 1);
        // Within: ten rows of squared deviations 0.75, over 90 degrees of freedom.
        repeats.NoiseVariance.ShouldBe(7.5 / 90, 1e-12);
        repeats.Advice.ShouldContain("more rows buy more");
    }

    [Fact]
    public async Task Resumed_AsksOnlyTheRepeatsThatAreMissing()
    {
        var whole = await Numbers(Wavering()).RunAsync(Store, cancellationToken: Cancel);
        using var stop = new CancellationTokenSource();
        var asked = new ConcurrentBag<(string, int)>();
        var stopping = new FunctionModel("wavering", async (request, cancellationToken) =>
        {
            if (asked.Count == 50)
            {
                await stop.CancelAsync();
            }

            return await Wavering(asked).AskAsync(request, cancellationToken);
        });
        var evaluation = Numbers(stopping) with { Concurrency = 1 };
        await Should.ThrowAsync<OperationCanceledException>(() => evaluation.RunAsync(Store, cancellationToken: stop.Token));

        var stopped = (await Runs()).Single(run => run.RunId != whole.RunId);
        var again = new ConcurrentBag<(string, int)>();
        var resumed = await Numbers(Wavering(again)).ResumeAsync(Store, stopped.RunId, cancellationToken: Cancel);

        again.Count.ShouldBe(120 - (int)resumed.Rows.Resumed);
        resumed.Rows.Resumed.ShouldBeInRange(40, 80);
        resumed.Scorers.Single().Aggregates.ShouldBe(whole.Scorers.Single().Aggregates);
    }

    [Fact]
    public async Task Resumed_WithOtherRepeats_IsRefused()
    {
        await Numbers(Wavering()).RunAsync(Store, cancellationToken: Cancel);

        (await Should.ThrowAsync<BadInputException>(() => Numbers(Wavering(), repeats: 2).ResumeAsync(Store, "last", cancellationToken: Cancel)))
            .Message.ShouldContain("repeats changed");
    }

    [Fact]
    public async Task RecordedAnswers_CannotBeAskedAgain() =>
        (await Should.ThrowAsync<BadInputException>(() => (Numbers(Wavering()) with { Model = Model.Recorded("ground_truth") })
            .RunAsync(Store, cancellationToken: Cancel))).Message.ShouldContain("cannot be asked again");

    [Fact]
    public async Task Groups_WidenTheInterval_WhereRowsOfAGroupAgree()
    {
        var rows = Enumerable.Range(0, 60).Select(i => new { inputs = $"{(i / 6 % 2 == 0 ? 0 : 2)}", ground_truth = "yes", passage = $"passage {i / 6}" });
        var evaluation = Numbers(Wavering(), repeats: 1) with { Dataset = Dataset.From(rows) };

        var alone = (await evaluation.RunAsync(Store, cancellationToken: Cancel)).Scorers.Single().Aggregates[0];
        var grouped = (await (evaluation with { GroupColumn = "passage" }).RunAsync(Store, cancellationToken: Cancel)).Scorers.Single().Aggregates[0];

        (alone.Method, grouped.Method).ShouldBe(("Wilson", "Wilson, effective n, clustered"));
        grouped.Value.ShouldBe(alone.Value);
        Width(grouped.Interval).ShouldBeGreaterThan(2 * Width(alone.Interval));
    }

    private static double Width(Interval? interval) => interval!.Value.High - interval.Value.Low;
}
