using Assay.Overlap;

namespace Assay.Tests.Overlap;

public sealed class SacreBleuTests
{
    [Fact]
    public void Sentence_of_identical_texts_has_the_references_last_digits() =>
        new SacreBleu().Sentence("The cat sat on the mat.", "The cat sat on the mat.").Score.ShouldBe(100.00000000000004);

    [Fact]
    public void EffectiveOrder_is_on_for_a_sentence_and_off_for_a_corpus_unless_it_is_given()
    {
        new SacreBleu().Sentence("a b", "a b").Score.ShouldBe(100, 1e-9);
        new SacreBleu().Corpus([("a b", ["a b"])]).Score.ShouldBe(0);
        new SacreBleu(new SacreBleuOptions { EffectiveOrder = true }).Corpus([("a b", ["a b"])]).Score.ShouldBe(100, 1e-9);
    }

    [Fact]
    public void Signature_says_what_sacrebleu_says()
    {
        new SacreBleu().Signature().ShouldBe("nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0");
        new SacreBleu(new SacreBleuOptions { Tokenize = "zh", Smoothing = BleuSmoothing.AddK, Lowercase = true, EffectiveOrder = true })
            .Signature(null).ShouldBe("nrefs:var|case:lc|eff:yes|tok:zh|smooth:add-k[1.00]|version:2.6.0");
        new SacreBleu(new SacreBleuOptions { Smoothing = BleuSmoothing.Floor, SmoothValue = 0.25 })
            .Signature(2).ShouldBe("nrefs:2|case:mixed|eff:no|tok:13a|smooth:floor[0.25]|version:2.6.0");
        new Chrf(ChrfOptions.PlusPlus).Signature().ShouldBe("nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|version:2.6.0");
        new Ter().Signature().ShouldBe("nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2.6.0");
    }

    [Fact]
    public void Sentence_without_a_reference_is_refused() => Should.Throw<ArgumentException>(() => new SacreBleu().Sentence("a", []));
}
