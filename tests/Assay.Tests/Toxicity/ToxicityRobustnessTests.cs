using Assay.Toxicity;

namespace Assay.Tests.Toxicity;

public sealed class ToxicityRobustnessTests
{
    public static TheoryData<string> OddTexts => new(
        "\ud800", "\udc00\ud800", "a\ud800b", "\u0301\u0301\u0301", "\0\0\0", "\ufeff", "𝔥𝔦", "🤡🤡🤡", "'", "\"", "''''\"\"\"\"'''", "@", "&;&#1;&amp", "$", "$$$", "***",
        "f**k", "a'b'c'd'e", "日本語のテキスト", "مرحبا بالعالم", "http://", "1234567890", "4 5 6 7 8 9", "l'l'l'l'l'", "ª º ¹ ² ³", "ẞẟỿ");

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Odd_characters_do_no_harm(string text)
    {
        foreach (var whole in new[] { text, text + " word " + text, string.Concat(Enumerable.Repeat(text, 3000)) })
        {
            var found = ToxicityModel.Embedded.Predict(whole);

            found.Hate.ShouldBeInRange(0, 1);
            found.Any.ShouldBeInRange(0, 1);
        }
    }

    [Theory]
    [InlineData("the cat sat on the mat. ")]
    [InlineData("x")]
    [InlineData("hatewomen")]
    [InlineData("a ")]
    [InlineData("\"'")]
    [InlineData("w o m e n h a t e ")]
    public void A_megabyte_of_text_is_judged(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        ToxicityModel.Embedded.Predict(text).Hate.ShouldBeInRange(0, 1);
    }

    [Fact]
    public void Hate_deep_inside_a_long_text_is_found()
    {
        var filler = string.Concat(Enumerable.Repeat("The river is calm in spring and people walk along it. ", 200));

        ToxicityModel.Embedded.Predict(filler).Hate.ShouldBeLessThan(0.5);
        ToxicityModel.Embedded.Predict(filler + string.Concat(Enumerable.Repeat("I hate Muslims, they are all vermin. ", 50)) + filler).Hate.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void One_hateful_sentence_among_many_is_found()
    {
        const string around = "The river is calm in spring and people walk along it. In summer the boats come back and the shops stay open late. ";

        ToxicityModel.Embedded.Predict(around + around + "All Muslims should be deported, they are terrorists. " + around + around).Hate.ShouldBeGreaterThan(0.5);
        ToxicityModel.Embedded.Predict(around + around + "Many Muslims live here and work hard. " + around + around).Hate.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Many_threads_get_the_same_results()
    {
        string[] texts = ["I hate women", "You idiot", "Os judeus são parasitas", "Le train part à midi", "A long walk " + new string('z', 5000)];
        var expected = texts.Select(text => ToxicityModel.Embedded.Predict(text)).ToArray();

        Parallel.For(0, 4000, i => ToxicityModel.Embedded.Predict(texts[i % texts.Length]).ShouldBe(expected[i % texts.Length]));
    }
}
