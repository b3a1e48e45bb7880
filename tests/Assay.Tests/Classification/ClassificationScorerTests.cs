using System.Globalization;
using System.Text.Json;
using Assay.Classification;
using Assay.Data;
using Assay.Results;
using Assay.Scoring;
using Assay.Tests.Golden;

namespace Assay.Tests.Classification;

public sealed class ClassificationScorerTests
{
    [Fact]
    public async Task Classifier_LogsMlflowsKeysOfTwoLabels()
    {
        var figures = await FiguresAsync("classifier", ("1", "1"), ("0", "1"), ("1", "0"), ("1", "1"), ("0", "0"));
        figures.ShouldBe(new Dictionary<string, double?>
        {
            ["example_count"] = 5, ["recall_score"] = 2 / 3.0, ["precision_score"] = 2 / 3.0, ["f1_score"] = 2 / 3.0,
            ["true_negatives"] = 1, ["false_positives"] = 1, ["false_negatives"] = 1, ["true_positives"] = 2,
            ["log_loss"] = null, ["roc_auc"] = null, ["precision_recall_auc"] = null,
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task Classifier_OfThreeLabels_AveragesByTheirRows()
    {
        var figures = await FiguresAsync("classifier", ("a", "a"), ("a", "b"), ("b", "b"), ("c", "c"), ("c", "a"), ("c", "c"));
        figures["recall_score"]!.Value.ShouldBe(4 / 6.0, 1e-12);
        figures["precision_score"]!.Value.ShouldBe((2 * 0.5 + 1 * 0.5 + 3 * 1) / 6, 1e-12);
        figures["true_positives"].ShouldBeNull();
    }

    [Fact]
    public void Classifier_HasMlflowsNames()
    {
        Keys("classifier").ShouldBe(
            "accuracy_score example_count recall_score precision_score f1_score true_negatives false_positives false_negatives true_positives log_loss roc_auc precision_recall_auc");
        Keys("regressor").ShouldBe(
            "example_count mean_absolute_error mean_squared_error root_mean_squared_error sum_on_target mean_on_target r2_score max_error mean_absolute_percentage_error");
        Keys("classifier:as=val").ShouldStartWith("val/accuracy_score val/example_count");
        Keys("retriever").ShouldBe(
            "precision_at_3/mean precision_at_3/variance precision_at_3/p90 recall_at_3/mean recall_at_3/variance recall_at_3/p90 ndcg_at_3/mean ndcg_at_3/variance ndcg_at_3/p90");
        Scorers.Named("retriever").Select(scorer => scorer.Description.TableColumn).ShouldBe(["precision_at_3/score", "recall_at_3/score", "ndcg_at_3/score"]);

        static string Keys(string specification) =>
            string.Join(' ', Scorers.Named(specification).SelectMany(scorer => scorer.Description.Aggregates).Select(aggregate => aggregate.Key));
    }

    [Theory]
    [InlineData("f1:average=macro,parse=first-match:a|b", "f1_macro/v1")]
    [InlineData("f1:parse=first-match:a|b", "f1/v1")]
    [InlineData("cohen_kappa:weights=quadratic", "cohen_kappa_quadratic/v1")]
    [InlineData("accuracy:as=right", "right/v1")]
    public void Name_FollowsWhatIsMeasured(string specification, string key) =>
        Scorers.Named(specification).Single().Description.Aggregates.Single().Key.ShouldBe(key);

    [Fact]
    public async Task EveryRecord_ThroughTheScorers_EqualsTheReference()
    {
        var differences = new List<string?>();
        foreach (var record in ClassificationRecord.All().Where(record => record.Probabilities is not null))
        {
            var labels = string.Join('|', record.Labels);
            var expected = record.Record.GetProperty("expected");
            foreach (var (scorer, figure) in record.Labels.Length == 2
                ? [("roc_auc", "roc_auc"), ("average_precision", "average_precision"), ("pr_auc", "pr_auc_trapezoid")]
                : new[] { ("roc_auc", "roc_auc_ovr_weighted"), ("roc_auc:average=macro,as=m", "roc_auc_ovr_macro"), ("roc_auc:multi=ovo,as=o", "roc_auc_ovo_weighted") })
            {
                var specification = scorer + (scorer.Contains(':') ? "," : ":") + "labels=" + labels;
                var samples = record.Truth.Select((truth, i) => new Sample { Reference = record.Labels[truth], Output = Json(record.Probabilities![i]) });
                differences.Add(record.Check(figure, expected.GetProperty(figure), (await FiguresAsync(specification, samples)).Values.Single()!.Value));
            }
        }

        GoldenFile.ShouldAllAgree(differences);
    }

    [Fact]
    public async Task Probabilities_AreReadFromAnAnswersField()
    {
        var rows = new[] { ("yes", "0.9"), ("no", "0.4"), ("yes", "0.35"), ("no", "0.1") }
            .Select(row => (row.Item1, $$"""{"label": "{{row.Item1}}", "p": {{row.Item2}}}""")).ToArray();
        var figures = await FiguresAsync("classifier:parse=json:label,probabilities=json:p", rows);
        figures["roc_auc"].ShouldBe(0.75);
        figures["precision_recall_auc"]!.Value.ShouldBe(0.5 + 0.5 * 2 / 3, 1e-12);
        figures["log_loss"]!.Value.ShouldBe(-(Math.Log(0.9) + Math.Log(0.6) + Math.Log(0.35) + Math.Log(0.9)) / 4, 1e-12);
    }

    [Fact]
    public async Task References_AreMappedLikeAnswers()
    {
        var scorer = Scorers.Named("accuracy:parse=first-match:positive|negative,labels=0:negative|1:positive").Single();
        (await ScoreAsync(scorer, FieldValue.FromCompactJson("1"), "It is positive.")).Value.ShouldBe(1);
        (await ScoreAsync(scorer, "Negative", "It is positive.")).Value.ShouldBe(0);
        (await ScoreAsync(scorer, "2", "It is positive.")).Reason.ShouldBe("the reference '2' is none of the labels positive, negative");
        (await ScoreAsync(scorer, "1", "It is not positive.")).ShouldBe(Score.None("negated label: not positive"));
    }

    [Fact]
    public async Task AnswerWithoutLabel_CountsAsWrongWhereAsked()
    {
        var figures = await FiguresAsync("f1:parse=first-match:yes|no,none=wrong", ("yes", "Yes"), ("no", "No"), ("yes", "Who knows?"));
        figures["f1/v1"]!.Value.ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public async Task OneClass_IsSaidAloud()
    {
        var corpus = await GatherAsync("roc_auc", Samples(("1", "0.7"), ("1", "0.2")));
        corpus.Compute([0, 1])[0].ShouldBe(double.NaN);
        ((ICorpusRemarks)corpus).Remarks.ShouldBe(
        [
            "every reference is '1': one class alone is tested, and figures that compare classes say nothing",
            "roc_auc/v1 is undefined: the references have one class only",
        ]);
    }

    [Fact]
    public async Task ManyLabels_AreFolded()
    {
        var corpus = await GatherAsync("accuracy", Samples([.. Enumerable.Range(0, 300).Select(i => ($"label {i % 30:00}", $"label {(i % 7 == 0 ? 0 : i % 30):00}"))]));
        var confusion = ((IConfusionCorpus)corpus).Confusion;
        confusion.Labels.Count.ShouldBe(21);
        confusion.Labels[^1].ShouldBe("other");
        confusion.Others.ShouldBe(10);
        confusion.Counts.Sum(row => row.Sum()).ShouldBe(300);
        confusion.Figures[0].Recall.ShouldBe(1);
    }

    [Fact]
    public async Task Confusion_IsKeptWithTheSummary()
    {
        var confusion = ((IConfusionCorpus)await GatherAsync("accuracy", Samples(("yes", "yes"), ("no", "yes"), ("no", "no")))).Confusion;
        var summary = new ScorerSummary
        {
            Scorer = Scorers.Named("accuracy").Single().Description, Scored = 3, NotScored = [], Aggregates = [], Confusion = confusion,
        };
        var json = JsonSerializer.Serialize(summary, ResultsJson.Default.ScorerSummary);
        var read = JsonSerializer.Deserialize(json, ResultsJson.Default.ScorerSummary)!.Confusion!;
        read.Labels.ShouldBe(["no", "yes"]);
        read.Counts[0].ShouldBe([1, 1]);
        read.Counts[1].ShouldBe([0, 1]);
        read.Positive.ShouldBe("yes");
        read.Figures[1].ShouldBe(new LabelFigures("yes", 1, 2, 0.5, 1, 2 / 3.0));
    }

    [Fact]
    public void WeightedKappa_HasNoPlaceForAnswersWithoutLabel() =>
        Should.Throw<BadInputException>(() => Scorers.Named("cohen_kappa:weights=linear,none=wrong")).Message.ShouldContain("no place on a scale");

    [Theory]
    [InlineData("log_loss", "1", "0.8", 0.2231435513142097)]
    [InlineData("log_loss:positive=spam", "ham", "0.8", 1.6094379124341005)]
    [InlineData("brier", "0", "0.8", 0.64)]
    [InlineData("brier", "ham", """{"spam": 0.3, "ham": 0.7}""", 0.09)]
    [InlineData("log_loss", "2", "[0.2, 0.3, 0.5]", 0.6931471805599453)]
    public async Task Loss_OfARow(string specification, string reference, string output, double expected) =>
        (await ScoreAsync(Scorers.Named(specification).Single(), reference, output)).Value!.Value.ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData("log_loss", "ham", "0.8", "say which label that is with positive=LABEL")]
    [InlineData("log_loss", "1", "sure", "neither a number nor a JSON list or object")]
    [InlineData("log_loss", "1", "{\"\\ud800\": 1}", "neither a number nor a JSON list or object")]
    [InlineData("brier", "1", "1.3", "a probability is not between 0 and 1")]
    [InlineData("log_loss", "eel", """{"spam": 0.3, "ham": 0.7}""", "there is no probability for the reference's label")]
    [InlineData("accuracy", null, "a", "there is no reference")]
    [InlineData("accuracy", "a", null, "there is no text to score")]
    [InlineData("accuracy", "a", " ", "no label in the answer")]
    public async Task WhatCannotBeScored_HasAReason(string specification, string? reference, string? output, string reason)
    {
        var score = await ScoreAsync(Scorers.Named(specification).Single(), reference, output);
        score.Value.ShouldBeNull();
        score.Reason!.ShouldContain(reason);
    }

    private static FieldValue Json(double[] numbers) =>
        FieldValue.FromCompactJson("[" + string.Join(",", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))) + "]");

    private static IEnumerable<Sample> Samples(params (string Reference, string Output)[] rows) =>
        rows.Select(row => new Sample { Reference = row.Reference, Output = row.Output });

    private static ValueTask<Score> ScoreAsync(IScorer scorer, FieldValue reference, FieldValue output) =>
        scorer.ScoreAsync(new Sample { Reference = reference, Output = output }, TestContext.Current.CancellationToken);

    private static Task<Dictionary<string, double?>> FiguresAsync(string specification, params (string Reference, string Output)[] rows) =>
        FiguresAsync(specification, Samples(rows));

    private static async Task<Dictionary<string, double?>> FiguresAsync(string specification, IEnumerable<Sample> samples)
    {
        var all = samples.ToList();
        var corpus = await GatherAsync(specification, all);
        var keys = Scorers.Named(specification).Single().Description.Aggregates.Where(aggregate => aggregate.Kind == AggregateKind.Corpus);
        return keys.Zip(corpus.Compute([.. Enumerable.Range(0, all.Count)])).ToDictionary(pair => pair.First.Key, pair => pair.Second);
    }

    private static async Task<ICorpus> GatherAsync(string specification, IEnumerable<Sample> samples)
    {
        var scorer = (ICorpusScorer)Scorers.Named(specification).Single();
        var parts = new List<object>();
        foreach (var sample in samples)
            parts.Add((await scorer.ScoreAsync(sample, TestContext.Current.CancellationToken)).Part!);
        return scorer.Gather(parts);
    }
}
