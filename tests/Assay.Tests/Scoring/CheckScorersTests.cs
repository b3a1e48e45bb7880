using Assay.Data;
using Assay.Scoring;

namespace Assay.Tests.Scoring;

public sealed class CheckScorersTests
{
    private const string Portuguese = "Esta é uma frase que foi escrita para que se veja em que língua está, e não é muito curta.";

    [Theory]
    [InlineData("json_valid", """{"a":1}""", null, 1.0, null)]
    [InlineData("json_valid", "{'a':1}", null, 0.0, "no JSON: line 1, byte 2")]
    [InlineData("json_valid", "", null, 0.0, "the text is empty")]
    [InlineData("json_valid", "```json\n[1]\n```", null, 0.0, "no JSON: line 1, byte 1")]
    [InlineData("json_valid:fenced=true", "```json\n[1]\n```", null, 1.0, null)]
    [InlineData("""json_schema:schema="{\"required\":[\"a\",\"b\"]}",as=s""", """{"a":1}""", null, 0.0, "the document has no 'b'")]
    [InlineData("""json_schema:schema="{\"required\":[\"a\"]}",as=s""", "no", null, 0.0, "no JSON: line 1, byte 2")]
    [InlineData("""regex:pattern="^\d+,\d+$" """, "1,2", null, 1.0, null)]
    [InlineData("""regex:pattern="b.*",whole=true""", "abc", null, 0.0, "no match")]
    [InlineData("regex:pattern=YES,ignore_case=true", "yes", null, 1.0, null)]
    [InlineData("""regex:pattern="(?<=a)b" """, "ab", null, 1.0, null)]
    [InlineData("contains", "It is Paris.", "Paris", 1.0, null)]
    [InlineData("contains", "It is paris.", "Paris", 0.0, "'Paris' is not in it")]
    [InlineData("contains:ignore_case=true", "It is paris.", "Paris", 1.0, null)]
    [InlineData("contains", "b", """["a","b"]""", 1.0, null)]
    [InlineData("contains:need=all", "b", """["a","b"]""", 0.0, "'a' is not in it")]
    [InlineData("contains:any=yes|no", "no way", null, 1.0, null)]
    [InlineData("contains:all=yes|no", "no way", null, 0.0, "'yes' is not in it")]
    [InlineData("""contains:text="a|b, c" """, "is a|b, c", null, 1.0, null)]
    [InlineData("length", "😀 a", null, 3.0, null)]
    [InlineData("length:unit=words", "one - two", null, 2.0, null)]
    [InlineData("length:unit=sentences", "Yes. It is 3.14! 是。 好。 end", null, 5.0, null)]
    [InlineData("length:max=3", "four", null, 0.0, "4 characters, not at most 3")]
    [InlineData("length:unit=words,min=1,max=2", "a b", null, 1.0, null)]
    [InlineData("language:is=pt", Portuguese, null, 1.0, null)]
    [InlineData("language:is=en", Portuguese, null, 0.0, "it looks Portuguese")]
    [InlineData("language:is=en", "Привет, это предложение на русском языке", null, 0.0, "it is not written in Latin letters")]
    [InlineData("language:is=en", "Ok", null, null, "its language cannot be told: too short, mixed, or none of en, es, fr, pt")]
    [InlineData("levenshtein", "kitten", "sitting", 1 - 3.0 / 7, null)]
    [InlineData("levenshtein:as_distance=true", "kitten", """["sitting","mitten"]""", 1.0, null)]
    [InlineData("levenshtein:ignore_case=true", "ABC", "abc", 1.0, null)]
    [InlineData("numeric", "So it is 1,234.50 in all.", "1234.5", 1.0, null)]
    [InlineData("numeric", "5 and then 6", "5", 0.0, "6 is not 5")]
    [InlineData("numeric:take=first", "5 and then 6", "5", 1.0, null)]
    [InlineData("numeric:abs=0.5", "10.4", "10", 1.0, null)]
    [InlineData("numeric:rel=0.01", "99", "98", 0.0, "99 is not 98")]
    [InlineData("numeric:decimal=comma", "1.234,5 €", "1234,5", 1.0, null)]
    [InlineData("numeric", "-.5e1", "-5", 1.0, null)]
    [InlineData("numeric", "pages 3-5", "5", 1.0, null)]
    [InlineData("numeric", "none", "5", null, "there is no number in the output")]
    [InlineData("numeric", "5", "five", null, "there is no number in the reference")]
    [InlineData("numeric", "5", null, null, "there is no reference")]
    [InlineData("""exact_match:regexes_to_ignore="^the ,?" """, "the cat", "cat", 1.0, null)]
    [InlineData("""exact_match:regexes_to_ignore="[\"a\",\"b\"]" """, "abc", "c", 1.0, null)]
    [InlineData("""exact_match:regexes_to_ignore="[0-9]+" """, "c1", "c2", 1.0, null)]
    [InlineData("""exact_match:regexes_to_ignore="(a+)+$",as=m""", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "b", 0.0, null)]
    [InlineData("""json_schema:schema="{\"minLength\":1}",as=s""", "\"\\ud800\"", null, null, "the JSON holds half a character, which has no text to check")]
    public async Task Check_PassesOrSaysWhyNot(string scorer, string output, string? reference, double? value, string? reason)
    {
        var given = reference is ['[', ..] ? FieldValue.FromJson(System.Text.Json.JsonElement.Parse(reference)) : reference;
        var score = await Scorers.Named(scorer.Trim()).Single().ScoreAsync(new Sample { Output = output, Reference = given }, TestContext.Current.CancellationToken);

        (score.Value is { } number ? Math.Round(number, 12) : (double?)null).ShouldBe(value is { } expected ? Math.Round(expected, 12) : null);
        score.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("all:of=(json_valid+length:max=5)", "[1]", 1.0, null)]
    [InlineData("all:of=(json_valid+length:max=5)", "[1, 2, 3]", 0.0, "length:max=5 failed: 9 characters, not at most 5")]
    [InlineData("all:of=(numeric+length:max=2)", "none", 0.0, "length:max=2 failed: 4 characters, not at most 2")]
    [InlineData("all:of=(numeric+length:max=9)", "none", null, "numeric has no score: there is no reference")]
    [InlineData("any:of=(numeric+length:max=9)", "none", 1.0, null)]
    [InlineData("any:of=(contains:text=a+contains:text=b)", "c", 0.0, "none passed")]
    [InlineData("any:of=(length>=3+json_valid)", "abcd", 1.0, null)]
    [InlineData("weighted:of=(3*json_valid+1*contains:text=x)", "[1]", 0.75, null)]
    [InlineData("""all:of=(regex:pattern="a+b*2"+contains:any="x,y|aab2")""", "aab2", 1.0, null)]
    [InlineData("all:of=(any:of=(contains:text=a+contains:text=b)+length:max=3),as=nested", "b", 1.0, null)]
    [InlineData("weighted:of=(length<=3+json_valid),as=w", "none", 0.0, null)]
    public async Task Composite_CombinesItsScorers(string scorer, string output, double? value, string? reason)
    {
        var score = await Scorers.Named(scorer).Single().ScoreAsync(new Sample { Output = output }, TestContext.Current.CancellationToken);
        score.Value.ShouldBe(value);
        score.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("all:of=(length+json_valid)", "length gives a number; say from where on it passes, as in length>=0.5")]
    [InlineData("weighted:of=(toxicity+json_valid)", "not the same way is better")]
    [InlineData("all:of=(text+json_valid)", "'text' is a set of scorers")]
    [InlineData("all:of=(json_valid", "a parenthesis is not closed")]
    [InlineData("all:of=json_valid", "is no list of scorers")]
    [InlineData("all:of=(jsn_valid)", "did you mean \"json_valid\"?")]
    [InlineData("regex", "pattern is missing")]
    [InlineData("regex:pattern=[", "pattern is no regular expression")]
    [InlineData("regex:pattern=\"a", "a quote is not closed")]
    [InlineData("regex:pattern=\"a\"b", "'b' follows the closing quote")]
    [InlineData("length:min=3,max=2", "min is more than max")]
    [InlineData("length:max=many", "max=many is no number")]
    [InlineData("numeric:abs=-1", "abs is negative")]
    [InlineData("contains:any=|", "there is no text to look for")]
    [InlineData("contains:any=a,all=b", "give one of text, any and all")]
    [InlineData("json_schema:schema=/nowhere/at/all.json", "cannot be read")]
    [InlineData("json_schema:schema={\"format\":1}", "is a keyword that is not checked here")]
    [InlineData("exact_match:regexes_to_ignore=\"(\"", "regexes_to_ignore is no regular expression")]
    [InlineData("language:is=de", "is=de is unknown")]
    [InlineData("flesch_reading_ease:round=x", "round=x is no number of decimals")]
    [InlineData("lexicon_count:split_hyphens=true,removepunct=false", "do not go together")]
    public void BadSpecification_SaysWhatToDo(string specification, string message) =>
        Should.Throw<BadInputException>(() => Scorers.Named(specification)).Message.ShouldContain(message);

    [Theory]
    [InlineData("exec:cat")]
    [InlineData("all:of=(exec:command=cat,kind=pass-fail)")]
    [InlineData("json_schema:schema=/etc/passwd")]
    public void WhereNoServicesMayBeCalled_NothingOfTheMachineIsUsed(string specification) =>
        Should.Throw<BadInputException>(() => Scorers.OfRecorded([specification], mayCallServices: false)).Message.ShouldContain("is not allowed here");

    [Fact]
    public void ScorersInScorersInOne_AreThirtyTwoAtMost()
    {
        var nine = "any:of=(" + string.Join('+', Enumerable.Repeat("json_valid", 9)) + "),as=n";
        var three = $"all:of=({nine}+{nine}+{nine}),as=t";

        Scorers.Named(three).ShouldHaveSingleItem();
        Should.Throw<BadInputException>(() => Scorers.Named($"all:of=({three}+{nine}),as=f")).Message.ShouldBe("--scorer f: 36 scorers in one; 32 at most");
    }
}
