using Assay.Tracking;

namespace Assay.Tests.Running;

public sealed class ChosenRowsTests : EvaluationTest
{
    [Fact]
    public async Task What_was_chosen_is_logged_as_settings_and_with_the_input()
    {
        var evaluation = Questions(100) with { Dataset = Questions(100).Dataset.Where("inputs contains '1'").Sample(10, 3).Truncate("gpt2", 3) };

        var summary = await evaluation.RunAsync(Store, cancellationToken: Cancel);

        var run = await Store.Tracking.GetRunAsync(summary.RunId, Cancel);
        run.Params.Where(param => param.Key.StartsWith("data_", StringComparison.Ordinal) && param.Key != "data_digest").Select(param => (param.Key, param.Value))
            .ShouldBe([("data_where", "inputs contains '1'"), ("data_sample", "10"), ("data_seed", "3"), ("data_truncate", "inputs=gpt2:3")], ignoreOrder: true);
        var input = run.Inputs.ShouldHaveSingleItem();
        input.Tags.ShouldBe([new Tag("mlflow.data.context", "evaluation")]);
        input.Dataset.Source.ShouldBe(
            """{"uri":"code","steps":[{"where":"inputs contains '1'"},{"sample":"10","seed":"3"},{"truncate":"inputs=gpt2:3"}]}""");
        input.Dataset.Schema.ShouldBe("""{"mlflow_colspec":[{"type":"string","name":"inputs","required":true},{"type":"string","name":"ground_truth","required":true}]}""");
        input.Dataset.Profile.ShouldBe("""{"num_rows": 10, "num_elements": 20}""");
        summary.Warnings.ShouldContain("--truncate inputs=gpt2:3: 10 of 10 rows cut");
    }

    [Fact]
    public async Task The_same_draw_is_taken_up_and_another_is_refused()
    {
        var evaluation = Questions(100) with { Dataset = Questions(100).Dataset.Sample(10, 3) };
        var summary = await evaluation.RunAsync(Store, cancellationToken: Cancel);

        var again = await (evaluation with { Dataset = Questions(100).Dataset.Sample(10, 3) }).ResumeAsync(Store, summary.RunId, cancellationToken: Cancel);
        again.Rows.Resumed.ShouldBe(10);

        var other = evaluation with { Dataset = Questions(100).Dataset.Sample(10, 4) };
        (await Should.ThrowAsync<BadInputException>(other.ResumeAsync(Store, summary.RunId, cancellationToken: Cancel))).Message.ShouldContain("data changed");
    }

    [Theory]
    [InlineData(true, "all 20 rows have the same ground_truth, \"neg\": figures say nothing of other answers; the data may be sorted: draw rows at random with --sample instead of --head")]
    [InlineData(false, null)]
    public async Task One_class_only_is_said_aloud(bool head, string? warning)
    {
        var sorted = Dataset.From(Enumerable.Range(0, 100).Select(n => new { inputs = $"Film {n}", ground_truth = n < 50 ? "neg" : "pos" }));
        var evaluation = Questions(1) with { Dataset = head ? sorted.Head(20) : sorted.Sample(20, 1) };

        var summary = await evaluation.RunAsync(Store, cancellationToken: Cancel);

        summary.Warnings.Where(text => text.Contains("ground_truth", StringComparison.Ordinal)).ShouldBe(warning is null ? [] : [warning]);
    }
}
