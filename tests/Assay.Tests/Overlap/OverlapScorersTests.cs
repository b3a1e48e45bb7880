using Assay.Data;
using Assay.Scoring;

namespace Assay.Tests.Overlap;

public sealed class OverlapScorersTests
{
    [Theory]
    [InlineData("sacrebleu", 53.7284965911771, 53.7284965911771)]
    [InlineData("sacrebleu:tokenize=char", 69.64705665515706, 69.64705665515706)]
    [InlineData("corpus_bleu", 0.5372849659117709, 0.5372849659117709)]
    public async Task A_corpus_of_one_row_has_the_rows_score(string specification, double row, double corpus)
    {
        var (scores, figure) = await ScoreAsync(specification, [("the cat sat on the mat", "the cat sat on a mat")]);
        scores.Single()!.Value.ShouldBe(row, 1e-9);
        figure.ShouldBe(corpus, 1e-9);
    }

    [Theory]
    [InlineData("sacrebleu")]
    [InlineData("corpus_bleu")]
    [InlineData("chrf")]
    [InlineData("chrfpp")]
    [InlineData("ter")]
    public async Task A_row_that_comes_twice_counts_twice_and_the_figure_is_no_mean(string specification)
    {
        (string, FieldValue)[] rows = [("the cat sat on the mat", "the cat sat on a mat"), ("nothing of it here", """["no","word of it all"]""")];
        rows[1].Item2 = List("no", "word of it all");
        var (scores, figure) = await ScoreAsync(specification, rows, 0, 1);
        var (_, thrice) = await ScoreAsync(specification, rows, 0, 1, 0, 1, 1, 0);
        var (_, heavier) = await ScoreAsync(specification, rows, 0, 0, 1);
        thrice.ShouldBe(figure);
        heavier.ShouldNotBe(figure);
        Math.Abs(figure - scores.Average()!.Value).ShouldBeGreaterThan(1e-9);
    }

    [Fact]
    public async Task Rows_may_have_different_numbers_of_references()
    {
        var (scores, _) = await ScoreAsync("sacrebleu", [("a b c d", List("a b c d", "x")), ("a b c d", "a b c d"), ("a b c d", List("x", "a b c d", "y z"))]);
        scores.ShouldAllBe(score => Math.Abs(score!.Value - 100) < 1e-9);
    }

    [Fact]
    public async Task What_is_missing_gives_a_reason_and_no_part()
    {
        var token = TestContext.Current.CancellationToken;
        foreach (var scorer in Scorers.Named("bleu", "corpus_bleu", "sacrebleu", "chrf", "chrfpp", "ter"))
        {
            (await scorer.ScoreAsync(new Sample { Output = "a" }, token)).ShouldBe(Score.None("there is no reference"));
            (await scorer.ScoreAsync(new Sample { Output = "a", Reference = List() }, token)).ShouldBe(Score.None("there is no reference"));
            (await scorer.ScoreAsync(new Sample { Reference = "a" }, token)).ShouldBe(Score.None("there is no text to score"));
        }
    }

    [Fact]
    public async Task An_empty_side_is_0_in_mlflow_and_a_reason_in_hugging_face_where_the_row_counts_all_the_same()
    {
        var token = TestContext.Current.CancellationToken;
        var sample = new Sample { Output = "", Reference = "a b c d" };
        (await Scorers.Named("bleu").Single().ScoreAsync(sample, token)).Value.ShouldBe(0);
        var score = await Scorers.Named("corpus_bleu").Single().ScoreAsync(sample, token);
        score.Value.ShouldBeNull();
        score.Reason!.ShouldContain("no words");
        score.Part.ShouldNotBeNull();
        var (_, figure) = await ScoreAsync("corpus_bleu", [("a b c d", "a b c d"), ("", "a b c d")]);
        figure.ShouldBe(Math.Exp(-1), 1e-12);
        (await ScoreAsync("corpus_bleu", [("", "a")])).Figure.ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData("sacrebleu:tokenize=ja-mecab", "--scorer sacrebleu: tokenize=ja-mecab needs a dictionary or model that Assay does not have; choose one of 13a, intl, char, zh, none")]
    [InlineData("sacrebleu:tokenize=13b", "tokenize=13b is unknown")]
    [InlineData("sacrebleu:smooth=exp,smooth_value=1", "smooth_value is for floor and add-k")]
    [InlineData("sacrebleu:smooth=floor,smooth_value=x", "smooth_value=x is no number")]
    [InlineData("chrf:char_order=0", "choose 0 to 16 each")]
    [InlineData("chrf:beta=two", "beta=two is no whole number")]
    [InlineData("corpus_bleu:max_order=0", "choose one from 1 to 16")]
    [InlineData("ter:normalised=true", "no parameter 'normalised'")]
    public void A_parameter_that_cannot_be_is_refused_in_one_line(string specification, string message) =>
        Should.Throw<BadInputException>(() => Scorers.Named(specification)).Message.ShouldContain(message);

    [Fact]
    public void Descriptions_say_direction_unit_and_key()
    {
        var ter = Scorers.Named("ter").Single().Description;
        (ter.Direction, ter.Unit, ter.Aggregates.Single()).ShouldBe((ScoreDirection.Lower, "%", new AggregateDefinition("ter/v1", AggregateKind.Corpus)));
        var bleu = Scorers.Named("sacrebleu").Single().Description;
        (bleu.Direction, bleu.Kind, bleu.Unit).ShouldBe((ScoreDirection.Higher, ScoreKind.Unbounded, "of 100"));
        bleu.Summary.ShouldContain("case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0");
    }

    private static FieldValue List(params string[] texts) => FieldValue.FromJson(System.Text.Json.JsonSerializer.SerializeToElement(texts));

    private static async Task<(double?[] Scores, double Figure)> ScoreAsync(string specification, (string Output, FieldValue Reference)[] rows, params int[] places)
    {
        var scorer = (ICorpusScorer)Scorers.Named(specification).Single();
        var scores = new List<Score>();
        foreach (var (output, reference) in rows)
        {
            scores.Add(await scorer.ScoreAsync(new Sample { Output = output, Reference = reference }, TestContext.Current.CancellationToken));
        }

        int[] all = places is [] ? [.. Enumerable.Range(0, rows.Length)] : places;
        return ([.. scores.Select(score => score.Value)], scorer.Gather([.. scores.Select(score => score.Part!)]).Compute(all).Single()!.Value);
    }
}
