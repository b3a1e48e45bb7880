using Assay.Toxicity;
using Assay.Toxicity.Training.Corpus;
using Assay.Toxicity.Training.Grammar;
using Assay.Toxicity.Training.Learning;

namespace Assay.Tests.Toxicity;

public sealed class GrammarTests
{
    [Fact]
    public void A_template_is_filled_from_its_rules()
    {
        var grammar = SentenceGrammar.Parse("who = we\ngreet [hate=0 any=0 weight=2] = {who} say hello\n", "test");

        grammar.Kinds.ShouldHaveSingleItem().ShouldBe(new SentenceKind("greet", false, false, 2));
        grammar.Expand("{who} say hello", new SeededRandom(1)).ShouldBe("we say hello");
    }

    [Fact]
    public void A_slot_without_a_rule_is_an_error_that_names_it()
    {
        Should.Throw<InvalidDataException>(() => SentenceGrammar.Parse("greet = {nobody} says\n", "test")).Message.ShouldContain("nobody");
    }

    [Theory]
    [InlineData(ToxicityLanguage.English)]
    [InlineData(ToxicityLanguage.Portuguese)]
    [InlineData(ToxicityLanguage.French)]
    [InlineData(ToxicityLanguage.Spanish)]
    public void Every_language_makes_sentences_of_both_labels_and_the_same_ones_again(ToxicityLanguage language)
    {
        var made = new GeneratedSentences(new Dictionary<ToxicityLanguage, IReadOnlyList<string>> { [language] = [] });

        var first = made.Make(language).ToArray();

        first.ShouldContain(text => text.Hate);
        first.ShouldContain(text => !text.Hate && text.HateWeight > 0);
        first.ShouldAllBe(text => !text.Text.Contains('{'));
        made.Make(language).Select(text => text.Text).ShouldBe(first.Select(text => text.Text));
    }

    [Fact]
    public void A_training_text_equal_to_a_test_case_is_recognised_whatever_its_case_and_marks()
    {
        var overlap = new SuiteOverlap(["A Sentence, of the suite with some more words!"]);

        overlap.IsSame("a sentence of the suite with some MORE words").ShouldBeTrue();
        overlap.IsSame("another sentence").ShouldBeFalse();
        overlap.IsNear("well, a sentence of the suite with some more words").ShouldBeTrue();
    }
}
