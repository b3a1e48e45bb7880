using Assay.Results;

namespace Assay.Conformance.Tests.Pages;

/// <summary>Evaluations to look at: questions whose answers are known, so that what a page must say can be foretold.</summary>
internal static class EvaluatedRuns
{
    /// <summary>So many questions, answered as a function says: null is a refusal.</summary>
    public static Task<EvaluationSummary> EvaluateAsync(IAssayStore store, string name, int rows, Func<int, string?> answer) => new Evaluation
    {
        Dataset = Dataset.From(Enumerable.Range(0, rows).Select(i => new { inputs = $"question {i}", ground_truth = "the right answer" })),
        Model = Model.From((row, _) => Task.FromResult(
            answer((int)row.Index) is { } text ? Answer.FromText(text) : new Answer { Refusal = "I would rather not say." })),
        Scorers = Scorers.Named("exact_match", "token_count"),
        Gates = [Gate.Parse("exact_match/v1 >= 0.9")],
        RunName = name,
    }.RunAsync(store, null, TestContext.Current.CancellationToken);

    /// <summary>The right answer or another.</summary>
    public static string Answered(bool right) => right ? "the right answer" : "the wrong answer to it";
}
