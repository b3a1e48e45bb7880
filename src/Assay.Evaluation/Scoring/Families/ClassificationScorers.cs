using Assay.Classification;
using Assay.Scoring.Scorers.Classification;
using static Assay.Scoring.ScoreDirection;

namespace Assay.Scoring.Families;

/// <summary>Classification and regression, against a label or a number.</summary>
internal static class ClassificationScorers
{
    private const string RightOrWrong = "1 when the answer's label is that of the reference, else 0";

    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>(
        RegressionScorers.All)
    {
        ["accuracy"] = Accuracy,
        ["balanced_accuracy"] = given => Counted(given, "the mean recall of the classes", (_, counts, _) => Assay.Classification.Accuracy.Balanced(counts)),
        ["precision"] = given => Averaged(given, "precision", figures => figures.Precision),
        ["recall"] = given => Averaged(given, "recall", figures => figures.Recall),
        ["f1"] = given => Averaged(given, "F1", figures => figures.F),
        ["cohen_kappa"] = Kappa,
        ["mcc"] = given => Counted(given, "Matthews' correlation", (_, counts, _) => MatthewsCorrelation.Of(counts)),
        ["log_loss"] = given => Loss(given, isBrier: false),
        ["brier"] = given => Loss(given, isBrier: true),
        ["roc_auc"] = RocArea,
        ["average_precision"] = given => Ranked(given, "average precision", LabelCurves.AveragePrecision),
        ["pr_auc"] = given => Ranked(given, "the area under the precision-recall curve by trapezoids", LabelCurves.PrecisionRecallArea),
        ["classifier"] = Classifier,
    };

    private static ClassificationScorer Accuracy(ScorerParameters given)
    {
        var (name, labels) = (given.NameBy(), new LabelParameters(given));
        return new(name, $"{RightOrWrong}; over all rows the share that is right.", labels.Labels, labels.Positive, null, $"{name}/v1", []);
    }

    private static ClassificationScorer Counted(ScorerParameters given, string what, CorpusFigure.OfRows formula, params string[] naming)
    {
        var (name, labels) = (given.NameBy(naming), new LabelParameters(given));
        return new(
            name, $"{RightOrWrong}; over all rows {what}.", labels.Labels, labels.Positive, null, null, [new CorpusFigure($"{name}/v1", Higher, formula)]);
    }

    private static ClassificationScorer Averaged(ScorerParameters given, string what, Func<ClassFigures, double> figure)
    {
        var average = LabelAverages.Read(given);
        var zeroDivision = given.OneOf("zero_division", ["0", "1"]) == "1" ? 1 : 0;
        var isPositiveNamed = given.Text("positive") is not null;
        return Counted(
            given, what, (columns, counts, _) => LabelAverages.Of(columns, counts, average, zeroDivision, isPositiveNamed) is { } figures ? figure(figures) : double.NaN,
            "average", "positive", "zero_division");
    }

    private static ClassificationScorer Kappa(ScorerParameters given)
    {
        var weighting = Enum.Parse<KappaWeighting>(given.OneOf("weights", ["none", "linear", "quadratic"]), ignoreCase: true);
        if (weighting != KappaWeighting.None && given.Text("none") == "wrong")
        {
            throw given.Refusal("an answer without a label has no place on a scale: leave none=wrong away, or weights");
        }

        return Counted(
            given, "the agreement beyond chance", (columns, counts, rows) => CohenKappa.Of(counts, columns.Truth, columns.Predicted, rows, weighting), "weights");
    }

    private static ProbabilityScorer Loss(ScorerParameters given, bool isBrier)
    {
        var labels = new LabelParameters(given, readsAnswers: false);
        return new(given.NameBy(), labels.Labels, labels.Positive, labels.Probabilities(), isBrier);
    }

    private static RankingScorer RocArea(ScorerParameters given)
    {
        var isWeighted = given.OneOf("average", ["weighted", "macro"]) == "weighted";
        var isOneVersusOne = given.OneOf("multi", ["ovr", "ovo"]) == "ovo";
        return Ranked(
            given, "the area under the receiver operating characteristic", (columns, _, rows) => LabelCurves.RocArea(columns, rows, isWeighted, isOneVersusOne),
            "average", "multi");
    }

    private static RankingScorer Ranked(ScorerParameters given, string what, CorpusFigure.OfRows formula, params string[] naming)
    {
        var (name, labels) = (given.NameBy([.. naming, "positive"]), new LabelParameters(given, readsAnswers: false));
        return new(
            name, $"The number given to the label; over all rows {what}.", labels.Labels, labels.Positive, labels.Probabilities(),
            new CorpusFigure($"{name}/v1", Higher, formula));
    }

    /// <summary>MLflow's set for the model type, under its keys.</summary>
    private static ClassificationScorer Classifier(ScorerParameters given)
    {
        var (labels, prefix) = (new LabelParameters(given), given.Alias is { } alias ? alias + "/" : "");
        ClassAverage? average = given.Text("average") is null ? null : LabelAverages.Read(given);
        return new(
            given.NameBy(), $"{RightOrWrong}; over all rows MLflow's figures of a classifier.", labels.Labels, labels.Positive, labels.OptionalProbabilities(),
            prefix + "accuracy_score", MlflowFigures.Of(prefix, average));
    }
}
