using Assay.Labels;

namespace Assay.Tests.Labels;

public sealed class LabelReadingTests
{
    private const string Sentiment = "positive=good|negative=bad";

    [Theory]
    [InlineData("The sentiment is Positive.", "positive", null)]
    [InlineData("NEGATIVE", "negative", null)]
    [InlineData("**positive**", "positive", null)]
    [InlineData("A good film.", "positive", null)]
    [InlineData("It is positively charged.", null, "no label in the answer")]
    [InlineData("", null, "no label in the answer")]
    [InlineData("I cannot say.", null, "no label in the answer")]
    [InlineData("Positive, surely positive.", "positive", null)]
    [InlineData("Not negative: positive.", "positive", "negated label: not negative")]
    [InlineData("Positive, not negative.", "positive", "negated label: not negative")]
    [InlineData("Some would say positive, I say negative.", "positive", "several labels: negative, positive")]
    public void FirstMatch_TakesTheFirstLabel(string answer, string? label, string? reason) =>
        Read("first-match:" + Sentiment, answer).ShouldBe(new LabelReading(label, reason));

    [Theory]
    [InlineData("not positive", "not positive")]
    [InlineData("The review isn't positive.", "isn't positive")]
    [InlineData("It isn’t a very positive review.", "isn't positive")]
    [InlineData("This is non-positive.", "non positive")]
    [InlineData("It is not \"positive\".", "not positive")]
    [InlineData("Neither positive nor negative.", "neither positive, nor negative")]
    [InlineData("Não é positive", "não positive")]
    [InlineData("No es muy positive", "no positive")]
    [InlineData("Ce n'est pas positive", "pas positive")]
    public void DeniedLabel_IsNotTheLabel(string answer, string denied) =>
        Read("first-match:" + Sentiment, answer).ShouldBe(LabelReading.None("negated label: " + denied));

    [Theory]
    [InlineData("Not only positive but glowing.")]
    [InlineData("Not bad at all? No: I would call it positive.")]
    [InlineData("No doubt, positive.")]
    public void NegationOfSomethingElse_DeniesNothing(string answer) => Read("last-match:positive|negative", answer).ShouldBe(new LabelReading("positive"));

    [Fact]
    public void LastMatch_TakesTheLastLabel() =>
        Read("last-match:" + Sentiment, "First I thought negative, but it is positive.").ShouldBe(new LabelReading("positive", "several labels: negative, positive"));

    [Fact]
    public void OnlyMatch_OfSeveralLabels_IsAReason() =>
        Read("only-match:" + Sentiment, "positive or negative").ShouldBe(LabelReading.None("several labels: negative, positive"));

    [Theory]
    [InlineData("first-match:relevant|not relevant", "This is not relevant.", "not relevant")]
    [InlineData("first-match:yes|no", "No.", "no")]
    [InlineData("first-match:C|C++", "I would use C++ here", "C++")]
    [InlineData("first-match:积极|消极", "这是积极的", "积极")]
    [InlineData("first-match:a|b|c", "(B)", "b")]
    public void Labels_AreFoundAsTheyAreWritten(string parse, string answer, string label) => Read(parse, answer).Label.ShouldBe(label);

    [Fact]
    public void ChineseNegation_Denies() => Read("first-match:积极|消极", "不积极").Reason.ShouldBe("negated label: 不 积极");

    [Theory]
    [InlineData(@"regex:(?i)sentiment: (\w+)", "Sentiment: Negative", "Negative", null)]
    [InlineData(@"regex:\b[A-D]\b", "The answer is C.", "C", null)]
    [InlineData(@"regex:\b[A-D]\b", "A or B", "A", "several labels: A, B")]
    [InlineData(@"regex:\b[A-D]\b", "none", null, "no label in the answer")]
    [InlineData("json:label", """{"label": "spam"}""", "spam", null)]
    [InlineData("json:result.label", "Sure!\n```json\n{\"result\": {\"label\": \"spam\"}}\n```", "spam", null)]
    [InlineData("json:label", "{\"label\": \"\\ud800\"}", null, "the answer's JSON holds half a character")]
    [InlineData("json:label", "{not: json}", null, "the answer holds no JSON object")]
    [InlineData("json:label", "spam", null, "the answer holds no JSON object")]
    [InlineData("json:label", """{"class": "spam"}""", null, "the answer's JSON has no field 'label'")]
    [InlineData("json:label", """{"label": null}""", null, "the field 'label' of the answer's JSON has no value")]
    [InlineData("json:label", """{"label": 1.0}""", "1", null)]
    public void RegexAndJson_FindTheirValue(string parse, string answer, string? label, string? reason) =>
        Read(parse, answer).ShouldBe(new LabelReading(label, reason));

    [Fact]
    public void Labels_MapWhatWasFound() =>
        LabelParsing.Of("json:label", "0:negative|1:positive").Answers.Read("""{"label": 1}""").ShouldBe(new LabelReading("positive"));

    [Fact]
    public void UnknownValue_IsAReason() =>
        LabelParsing.Of("json:label", "0:negative|1:positive").Answers.Read("""{"label": "mixed"}""")
            .ShouldBe(LabelReading.None("the answer's 'mixed' is none of the labels negative, positive"));

    [Fact]
    public void ReferencesWords_AreNotLookedForInAnswers() =>
        LabelParsing.Of("first-match:positive|negative", "0:negative|1:positive").Answers.Read("1 star: negative").ShouldBe(new LabelReading("negative"));

    [Theory]
    [InlineData("first-match", "names no labels; write parse=first-match:positive|negative")]
    [InlineData("fist-match:a|b", "parse=fist-match:a|b is unknown")]
    [InlineData("regex:(", "the regular expression of parse= cannot be read")]
    [InlineData("json:", "parse=json: is unknown")]
    [InlineData("first-match:a||b", "'' names no label")]
    [InlineData("first-match:a=x|b=x", "'x' means both 'a' and 'b'")]
    public void BadParse_SaysWhatToWrite(string parse, string message) =>
        Should.Throw<BadInputException>(() => Scorers.Named("accuracy:parse=" + parse)).Message.ShouldContain(message);

    private static LabelReading Read(string parse, string answer) => LabelParsing.Of(parse, null).Answers.Read(answer);
}
