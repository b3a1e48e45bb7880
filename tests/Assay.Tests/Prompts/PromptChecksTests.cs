using Assay.Prompts;
using Assay.Tests.Data;

namespace Assay.Tests.Prompts;

public sealed class PromptChecksTests
{
    private static readonly object[] Lab =
    [
        new { inputs = "What is MLflow?", ground_truth = "A platform." },
        new { inputs = "What is Spark?", ground_truth = "An engine." },
    ];

    [Fact]
    public async Task A_prompt_that_depends_on_its_row_raises_nothing() => (await WarningsAsync(Lab, "Q: {{inputs}} Answer as {\"a\": 1}.")).ShouldBeEmpty();

    [Fact]
    public async Task The_mistake_of_the_lab_is_told()
    {
        var warnings = await WarningsAsync(Lab, "{row}");

        warnings.ShouldBe(
        [
            "Every one of the 2 rows sends the same prompt, \"{row}\": no answer can depend on its row.",
            "The prompt holds {row}, which is sent as it stands: a column is written in double braces, {{inputs}} (the columns are inputs, ground_truth).",
        ]);
    }

    [Fact]
    public async Task A_column_in_single_braces_is_told_even_beside_another() =>
        (await WarningsAsync(Lab, "{{inputs}} not {ground_truth}"))
            .ShouldBe(["The prompt holds {ground_truth}, which is sent as it stands: a column is written in double braces, {{ground_truth}}."]);

    [Fact]
    public async Task One_row_has_no_other_to_be_the_same_as() => (await WarningsAsync(Lab[..1], "Why?")).ShouldBeEmpty();

    [Fact]
    public async Task The_same_prompt_under_different_system_messages_is_not_the_same() =>
        (await WarningsAsync(Lab, "Why?", "{{inputs}}")).ShouldBeEmpty();

    [Fact]
    public async Task A_reference_that_equals_the_prompt_is_told()
    {
        object[] rows = [new { inputs = "a", ground_truth = "a " }, new { inputs = "b", ground_truth = "c" }];

        (await WarningsAsync(rows, "{{inputs}}")).ShouldBe(["In 1 of 2 rows the reference (column ground_truth) equals the prompt: the model is given the answer."]);
        (await WarningsAsync(Lab, "{{ground_truth}}")).ShouldBe(["In every row the reference (column ground_truth) equals the prompt: the model is given the answer."]);
    }

    [Fact]
    public async Task Empty_prompts_are_told()
    {
        object[] rows = [new { inputs = "a" }, new { inputs = " " }, new { inputs = (string?)null }];

        (await WarningsAsync(rows, "{{inputs}}")).ShouldBe(["In 2 of 3 rows the prompt is empty."]);
    }

    [Fact]
    public async Task Messages_that_cannot_be_sent_are_an_error_before_the_first_call()
    {
        object[] rows = [new { messages = new[] { new { role = "user", content = "a" } } }, new { messages = new[] { new { role = "usr", content = "b" } } }];

        (await Should.ThrowAsync<BadInputException>(() => WarningsAsync(rows, null))).Message.ShouldContain("messages[0]: the role \"usr\" is none of");
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(object[] rows, string? prompt, string? system = null)
    {
        var dataset = Dataset.Of(rows);
        var profile = await dataset.ProfileAsync();
        var builder = PromptBuilder.Create(profile, dataset.Name, system, prompt);
        return await PromptChecks.RunAsync(dataset, profile, builder, "ground_truth", TestContext.Current.CancellationToken);
    }
}
