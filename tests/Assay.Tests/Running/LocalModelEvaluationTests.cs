using Assay.Evaluations;
using Assay.Models;

namespace Assay.Tests.Running;

/// <summary>Evaluations that ask the built-in model: a real one, without a network.</summary>
public sealed class LocalModelEvaluationTests : EvaluationTest
{
    private static readonly string[] Beginnings = ["Once upon a time", "Tom had a red ball. He", "One day, a cat", "The sun was hot. Mia"];

    [Fact]
    public async Task ScorerThatNeedsTokens_HasTheModelAskedForThem()
    {
        var evaluation = Stories("answer_perplexity");
        var summary = await evaluation.RunAsync(Store, null, Cancel);

        summary.Rows.Failed.ShouldBe(0);
        var scorer = summary.Scorers.Single();
        scorer.Scored.ShouldBe(4);
        scorer.Aggregates[0].Value.ShouldBeInRange(1, 2);
        (await Runs()).Single().Params.ShouldContain(param => param.Key == "logprobs" && param.Value == "true");
    }

    [Fact]
    public async Task Seed_MakesTwoRunsEqual()
    {
        await Stories("token_count", temperature: 0.8).RunAsync(Store, null, Cancel);
        await Stories("token_count", temperature: 0.8).RunAsync(Store, null, Cancel);

        var runs = await Runs();
        var (first, second) = (await Texts(runs[0].RunId), await Texts(runs[1].RunId));
        second.ShouldBe(first);
        first.Distinct().Count().ShouldBe(4);
    }

    private static Evaluation Stories(string scorer, double temperature = 0) => new()
    {
        Dataset = Dataset.From(Beginnings.Select(inputs => new { inputs })),
        Model = Model.Ask("local:stories260K", "{{inputs}}", parameters: new CallParameters { Temperature = temperature }),
        Scorers = Scorers.Named(scorer),
    };

    private async Task<List<string?>> Texts(string run) => [.. (await Store.Evaluations.ReadAsync(new EvaluationRowQuery { RunId = run, MaxResults = 100 }, Cancel))
        .Items.OrderBy(row => row.Index).Select(row => row.Answer?.Text)];
}
