using Assay.Judges;
using Assay.Scoring;
using Assay.Scoring.Scorers;

namespace Assay;

/// <summary>The scorers that Assay has, by the names that the command line uses too.</summary>
public static class Scorers
{
    /// <summary>
    /// MLflow's set for text: token_count, toxicity, flesch_kincaid_grade_level, ari_grade_level, and latency when a model is called.
    /// </summary>
    public static IReadOnlyList<IScorer> Text => ScorerCatalog.Create("text");

    /// <summary>MLflow's set for question answering: the set for text, and exact_match.</summary>
    public static IReadOnlyList<IScorer> QuestionAnswering => ScorerCatalog.Create("question-answering");

    /// <summary>The names of all scorers and sets.</summary>
    public static IReadOnlyList<string> Names => ScorerCatalog.Names;

    /// <summary>
    /// The scorers of specifications such as <c>token_count:encoding=gpt2</c> or <c>question-answering</c>, in their order.
    /// </summary>
    /// <exception cref="BadInputException">A name or a parameter is unknown; the message says the nearest.</exception>
    public static IReadOnlyList<IScorer> Named(params IEnumerable<string> specifications) => [.. specifications.SelectMany(specification => ScorerCatalog.Create(specification))];

    /// <summary>The same, with the models that judges among them ask.</summary>
    /// <param name="specifications">What to score by.</param>
    /// <param name="judges">The models; they stay yours to dispose, once the scorers are done.</param>
    /// <exception cref="BadInputException">A name or a parameter is unknown, or a judge has no model.</exception>
    /// <exception cref="Models.ModelException">The key of a judge's model is missing.</exception>
    public static IReadOnlyList<IScorer> Named(IEnumerable<string> specifications, JudgeModels judges) =>
        [.. specifications.SelectMany(specification => ScorerCatalog.Create(specification, judges: judges))];

    /// <summary>
    /// The same for answers that were recorded: what a set has for calls of a model has nothing to look at and is left out.
    /// </summary>
    /// <param name="specifications">What to score by.</param>
    /// <param name="mayCallServices">Whether a scorer may ask a service at an address that its specification names; false refuses those.</param>
    /// <param name="judges">The models that judges ask; null for none.</param>
    /// <exception cref="BadInputException">A name or a parameter is unknown, or would have a service asked that may not be.</exception>
    public static IReadOnlyList<IScorer> OfRecorded(
        IEnumerable<string> specifications, bool mayCallServices = true, JudgeModels? judges = null) =>
    [
        .. specifications.SelectMany(specification => ScorerCatalog.Create(specification, mayCallServices, judges))
            .Where(scorer => scorer.Description is not { NeedsModelCall: true, Optional: true }),
    ];

    /// <summary>A scorer of your own: a name, what its numbers mean, and a function.</summary>
    /// <param name="name">In scores and metric keys.</param>
    /// <param name="kind">The kind of number.</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="score">Scores one sample; called from several threads at once.</param>
    public static IScorer Own(
        string name, ScoreKind kind, ScoreDirection direction, Func<Sample, CancellationToken, ValueTask<Score>> score) =>
        new FunctionScorer(name, kind, direction, score);
}
