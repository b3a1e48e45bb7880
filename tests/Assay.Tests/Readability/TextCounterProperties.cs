using Assay.Readability;
using Assay.Tests.Golden;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Readability;

public sealed class TextCounterProperties
{
    private static readonly Arbitrary<string> AnyText = Gen.Frequency(
            (3, Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString())),
            (3, Gen.Elements("word", "a", "'s", "'", ".", "?!", " ", "\n", "\u001C", "\u0130", "½", "3.14", "e.g.", "-", "_")),
            (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)))
        .ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Counts_of_any_text_bound_one_another() => Prop.ForAll(AnyText, text =>
    {
        var counts = TextCounter.English.Count(text);
        return counts.Words <= counts.Tokens
            && counts.Tokens <= counts.Characters
            && counts.Sentences <= Math.Max(1, counts.Characters)
            && counts.Sentences >= (text.Length == 0 ? 0 : 1);
    }).ShouldHold();

    [Fact]
    public void Grades_of_any_text_are_finite() => Prop.ForAll(AnyText, text =>
    {
        var counts = TextCounter.English.Count(text);
        return double.IsFinite(ReadabilityFormulas.FleschKincaidGrade(counts)) && double.IsFinite(ReadabilityFormulas.AutomatedReadabilityIndex(counts));
    }).ShouldHold();

    [Fact]
    public void Every_count_but_the_sentences_adds_up_over_white_space() => Prop.ForAll(AnyText, AnyText, (left, right) =>
    {
        TextCounts first = TextCounter.English.Count(left), second = TextCounter.English.Count(right);
        var both = TextCounter.English.Count(left + "\n" + right);
        return both.Characters == first.Characters + second.Characters
            && both.Tokens == first.Tokens + second.Tokens
            && both.Words == first.Words + second.Words
            && both.Syllables == first.Syllables + second.Syllables;
    }).ShouldHold();
}
