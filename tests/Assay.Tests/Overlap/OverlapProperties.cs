using Assay.Overlap;
using Assay.Tests.Golden;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Overlap;

public sealed class OverlapProperties
{
    private static readonly Gen<string> Text = Gen.Frequency(
            (8, Gen.Elements("the ", "cat ", "sat ", "on ", "a ", "mat", ". ", "3.14 ", "don't ", "Σ ", "É", "猫", "，", "\u2014", "\n", "\U0001D7CF", "-", "&amp;")),
            (1, Gen.Choose(0x20, 0xFFFF).Where(unit => unit is < 0xD800 or > 0xDFFF).Select(unit => ((char)unit).ToString())))
        .ListOf().Select(string.Concat);

    private static readonly Arbitrary<string> AnyText = Text.ToArbitrary();
    private static readonly Arbitrary<string[]> AnyTexts = Gen.NonEmptyListOf(Text).Select(texts => texts.ToArray()).ToArbitrary();

    private static readonly ISummedMetric[] Metrics =
    [
        new SacreBleu(), new SacreBleu(new SacreBleuOptions { Tokenize = "intl", Smoothing = BleuSmoothing.AddK }),
        new SacreBleu(new SacreBleuOptions { Tokenize = "zh", Smoothing = BleuSmoothing.Floor, Lowercase = true }), new HuggingFaceBleu(), new HuggingFaceBleu(smooth: true),
        new Chrf(), new Chrf(ChrfOptions.PlusPlus), new Ter(), new Ter(new TerOptions { Normalized = true, NoPunctuation = true, AsianSupport = true }),
    ];

    [Fact]
    public void A_text_held_against_itself_is_perfect() => Prop.ForAll(AnyText, text =>
    {
        var hasCharacters = !string.IsNullOrWhiteSpace(text) && text.Any(c => !char.IsWhiteSpace(c) && !char.IsControl(c));
        return Close(new Ter().Sentence(text, text), 0)
            && (!hasCharacters || (Close(new Chrf().Sentence(text, text), 100)
                && Close(new Chrf(ChrfOptions.PlusPlus).Sentence(text, text), 100)
                && Close(new SacreBleu(new SacreBleuOptions { Tokenize = "char" }).Sentence(text, text).Score, 100)
                && Close(new HuggingFaceBleu(smooth: true).Sentence("word " + text, "word " + text).Score, 1)));
    }).ShouldHold();

    [Fact]
    public void The_order_of_references_is_of_no_account() => Prop.ForAll(AnyText, AnyTexts, (text, references) =>
        Metrics.All(metric => Figure(metric, text, references).Equals(Figure(metric, text, [.. references.Reverse()])))).ShouldHold();

    [Fact]
    public void A_reference_given_twice_is_of_no_account() => Prop.ForAll(AnyText, AnyText, (text, reference) =>
        Metrics.All(metric => Figure(metric, text, [reference]).Equals(Figure(metric, text, [reference, reference])))).ShouldHold();

    [Fact]
    public void Figures_are_within_their_range() => Prop.ForAll(AnyText, AnyTexts, (text, references) => Metrics.All(metric =>
        Figure(metric, text, references) is var figure && (double.IsNaN(figure) ? metric is HuggingFaceBleu : figure >= 0 && (metric is Ter || figure < 100.0001)))).ShouldHold();

    [Fact]
    public void Lowercasing_is_comparing_what_is_lowered_already() => Prop.ForAll(AnyText, AnyText, (text, reference) =>
    {
        string lowText = Assay.Scoring.PythonLowerCase.Of(text), lowReference = Assay.Scoring.PythonLowerCase.Of(reference);
        return new SacreBleu(new SacreBleuOptions { Lowercase = true }).Sentence(text, reference).Score.Equals(new SacreBleu().Sentence(lowText, lowReference).Score)
            && new Chrf(new ChrfOptions { Lowercase = true }).Sentence(text, reference).Equals(new Chrf().Sentence(lowText, lowReference))
            && new Ter().Sentence(text, reference).Equals(new Ter(new TerOptions { CaseSensitive = true }).Sentence(lowText, lowReference));
    }).ShouldHold();

    [Fact]
    public void Edits_are_no_fewer_than_the_difference_of_lengths() => Prop.ForAll(AnyText, AnyText, (text, reference) =>
    {
        var counts = new double[2];
        ISummedMetric ter = new Ter();
        ter.Count(text, [reference], counts);
        var words = (text + "\0").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return counts[0] <= Math.Max(words, counts[1]) && (counts[1] > 0 || counts[0] <= words);
    }).ShouldHold();

    private static double Figure(ISummedMetric metric, string text, string[] references) => metric.OfCorpus(SegmentSums.Of(metric, [(text, references)]));

    private static bool Close(double actual, double expected) => Math.Abs(actual - expected) < 1e-9;
}
