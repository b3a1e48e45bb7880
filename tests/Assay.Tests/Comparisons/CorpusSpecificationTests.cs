using Assay.Comparisons;
using Assay.Results;
using Assay.Scoring;
using Assay.Tests.Running;

namespace Assay.Tests.Comparisons;

/// <summary>Figures of all rows together of runs that ended: the scorer is made again from what the run says that it was.</summary>
public sealed class CorpusSpecificationTests : EvaluationTest
{
    private static readonly string[] Labels = ["positive", "negative", "neutral"];

    [Theory]
    [InlineData("f1:average=macro")]
    [InlineData("f1:average=macro,as=balanced")]
    [InlineData("sacrebleu:tokenize=intl")]
    [InlineData("sacrebleu:tokenize=char,lowercase=true,as=by_character")]
    [InlineData("corpus_bleu")]
    [InlineData("ter")]
    [InlineData("chrf")]
    public async Task Parameters_AreThoseOfTheRun(string specification)
    {
        var one = await EvaluateAsync("one", specification, i => i % 4 == 0 ? 1 : 0);
        var two = await EvaluateAsync("two", specification, i => i % 2 == 0 ? 1 : 0);
        one.Scorers[0].Specification.ShouldBe(specification);

        var metrics = (await Comparison.Of(Store, ["one", "two"], null, Cancel)).Metrics;

        var figures = one.Scorers[0].Scorer.Aggregates.Where(figure => figure.Kind == AggregateKind.Corpus).Select(figure => figure.Key).ToList();
        figures.ShouldNotBeEmpty();
        foreach (var key in figures.Where(key => one.Scorers[0].Aggregates.Any(figure => figure.Key == key)))
        {
            var metric = metrics.Single(metric => metric.Metric == key);
            metric.A.ShouldBe(Figure(one, key), 1e-12);
            metric.B.ShouldBe(Figure(two, key), 1e-12);
            metric.Test.ShouldBe("randomisation");

            // Labels of one letter hold no four words: their BLEU is 0 whichever rows are drawn.
            (metric.Interval.Method ?? metric.Interval.Reason).ShouldBe(
                metric is { A: 0, B: 0 } ? "the difference is the same whichever rows are drawn" : "paired bootstrap");
        }
    }

    [Fact]
    public async Task RunsThatMeanDifferentThingsByOneName_AreComparedByTheirRowScores_AndItIsSaid()
    {
        await EvaluateAsync("one", "f1:average=macro,as=f", i => i % 4 == 0 ? 1 : 0);
        await EvaluateAsync("two", "f1:average=weighted,as=f", i => i % 2 == 0 ? 1 : 0);

        var comparison = await Comparison.Of(Store, ["one", "two"], null, Cancel);

        comparison.Metrics.ShouldNotContain(metric => metric.Test == "randomisation");
        comparison.Metrics.SelectMany(metric => metric.Notes).Concat(comparison.Notes).ShouldContain(note => note.Contains("different things", StringComparison.Ordinal) || note.Contains("no row", StringComparison.Ordinal));
    }

    [Fact]
    public void AnAddressThatMayHoldASecret_IsNotKept()
    {
        ScorerCatalog.SpecificationOf(ScorerCatalog.Create("sacrebleu:tokenize=zh").Single()).ShouldBe("sacrebleu:tokenize=zh");
        ScorerCatalog.SpecificationOf(ScorerCatalog.Create("toxicity:endpoint=http://user:secret@127.0.0.1/").Single()).ShouldBeNull();
    }

    private static double Figure(EvaluationSummary summary, string key) => summary.Scorers[0].Aggregates.Single(figure => figure.Key == key).Value;

    // The answers are labels, which are short texts too; by how far they are from the reference each scorer tells the runs apart.
    private Task<EvaluationSummary> EvaluateAsync(string name, string specification, Func<int, int> shift) => new Evaluation
    {
        Dataset = Dataset.From(Enumerable.Range(0, 60).Select(i => new { inputs = $"question {i}", ground_truth = Labels[i % 3] })),
        Model = Model.From((row, _) => Task.FromResult<Answer>(Labels[((int)row.Index + shift((int)row.Index)) % 3])),
        Scorers = Scorers.Named(specification),
        RunName = name,
    }.RunAsync(Store, null, Cancel);
}
