using System.Text.Json;
using Assay.Readability;
using Assay.Tests.Golden;

namespace Assay.Tests.Readability;

public sealed class ReadabilityGoldenTests
{
    private static readonly IReadOnlyList<JsonElement> Records =
        GoldenFile.Read("readability", record => record.GetProperty("variant").GetProperty("lang").GetString() == "en_US");

    [Fact]
    public void Every_ingredient_equals_the_reference() => GoldenFile.ShouldAllAgree(Records.Select(record =>
    {
        var counts = TextCounter.English.Count(Text(record));
        var expected = record.GetProperty("ingredients");
        var reference = new TextCounts(
            expected.GetProperty("char_count(ignore_spaces=True)").GetInt32(),
            expected.GetProperty("lexicon_count(removepunct=False)").GetInt32(),
            expected.GetProperty("lexicon_count").GetInt32(),
            expected.GetProperty("syllable_count").GetInt32(),
            expected.GetProperty("sentence_count").GetInt32());
        return counts == reference ? null : $"{record.GetProperty("id")}: {counts} for {reference}";
    }));

    [Fact]
    public void Both_grades_equal_the_reference() => GoldenFile.ShouldAllAgree(Records.Select(record =>
    {
        var counts = TextCounter.English.Count(Text(record));
        var expected = record.GetProperty("expected");
        double grade = expected.GetProperty("flesch_kincaid_grade").GetDouble(), index = expected.GetProperty("automated_readability_index").GetDouble();
        return GoldenFile.Agrees(ReadabilityFormulas.FleschKincaidGrade(counts), grade)
            && GoldenFile.Agrees(ReadabilityFormulas.AutomatedReadabilityIndex(counts), index) ? null : record.GetProperty("id").GetString();
    }));

    [Fact]
    public void Syllables_of_every_word_equal_the_reference() => GoldenFile.ShouldAllAgree(
        GoldenFile.Read("syllables", record => record.GetProperty("variant").GetProperty("lang").GetString() == "en_US").Select(record =>
        {
            var word = record.GetProperty("input").GetProperty("word").GetString()!;
            var expected = record.GetProperty("expected").GetProperty("syllables").GetInt32();
            var actual = SyllableCounter.English.Count(word);
            return actual == expected ? null : $"{word}: {actual} for {expected}";
        }));

    private static string Text(JsonElement record) => record.GetProperty("input").GetProperty("text").GetString()!;
}
