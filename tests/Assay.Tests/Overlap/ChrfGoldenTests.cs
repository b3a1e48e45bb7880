using System.Text.Json;
using Assay.Overlap;
using Assay.Tests.Golden;

namespace Assay.Tests.Overlap;

public sealed class ChrfGoldenTests
{
    [Theory]
    [InlineData("chrf_ter_sentence")]
    [InlineData("sacrebleu_corpus")]
    public void Every_score_equals_the_reference(string file) => GoldenFile.ShouldAllAgree(GoldenFile.Read(file).SelectMany(record =>
        GoldenSegments.Cases(record, "chrf").Select(item =>
        {
            var (actual, expected) = (Of(item.Parameters).Corpus(GoldenSegments.Of(record)), item.Expected.GetProperty("score").GetDouble());
            return GoldenFile.Agrees(actual, expected) ? null : $"{record.GetProperty("id")} {item.Parameters}: {actual} for {expected}";
        })));

    private static Chrf Of(JsonElement parameters) => new(new ChrfOptions
    {
        CharacterOrder = parameters.Whole("char_order", 6),
        WordOrder = parameters.Whole("word_order", 0),
        Beta = parameters.Whole("beta", 2),
        Lowercase = parameters.Flag("lowercase"),
        WhiteSpace = parameters.Flag("whitespace"),
        EpsSmoothing = parameters.Flag("eps_smoothing"),
    });
}
