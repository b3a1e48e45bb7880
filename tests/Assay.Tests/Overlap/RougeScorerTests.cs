using Assay.Data;
using Assay.Overlap;
using Assay.Scoring;

namespace Assay.Tests.Overlap;

public sealed class RougeScorerTests
{
    [Theory]
    [InlineData("rouge1", "今天天气很好", "今天天气很好", 0.0)]
    [InlineData("rouge1_unicode", "今天天气很好", "今天天气很好", 1.0)]
    [InlineData("rouge1_unicode", "今天天气", "今天", 2.0 / 3)]
    [InlineData("rouge1_unicode", "Привет, мир", "привет МИР!", 1.0)]
    [InlineData("rouge2_unicode", "la casa está aquí", "La casa está allí", 2.0 / 3)]
    [InlineData("rougeL_unicode", "हिन्दी भाषा", "हिन्दी", 2.0 / 3)]
    [InlineData("rougeLsum_unicode", "a b\nc d", "c d\na b", 1.0)]
    [InlineData("rougeL_unicode", "a b\nc d", "c d\na b", 0.5)]
    [InlineData("rouge1_unicode:stemmer=true", "running", "run", 1.0)]
    [InlineData("rouge1_unicode", "words", "!!!", 0.0)]
    [InlineData("rouge1", "!!!", "!!!", 0.0)]
    [InlineData("rouge1", "", "", 0.0)]
    public async Task F_IsOfTheTokens(string scorer, string output, string reference, double expected) =>
        (await ScoreOf(scorer, output, reference)).Value!.Value.ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData("rouge1_unicode", "!!!", "?", "neither the output nor the reference has a word")]
    [InlineData("rougeL", "text", null, "there is no reference")]
    [InlineData("rougeL", null, "text", "there is no text to score")]
    [InlineData("squad_f1", "text", null, "there is no reference")]
    public async Task WhatIsMissing_IsAReason(string scorer, string? output, string? reference, string reason) =>
        (await ScoreOf(scorer, output, reference)).ShouldBe(Score.None(reason));

    [Theory]
    [InlineData("rouge2")]
    [InlineData("squad_em")]
    public async Task EmptyListOfReferences_IsAReason(string scorer) =>
        (await ScoreOf(scorer, "text", FieldValue.FromJson(System.Text.Json.JsonElement.Parse("[]")))).Reason.ShouldBe("the list of references is empty");

    [Fact]
    public void Summary_OfLongTextsOnOneLine_TakesNoTableOfTheirSize()
    {
        var text = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"w{i % 977}"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        RougePair.Of(text, text).Summary().F.ShouldBe(1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000L * 20_000 / 16);
    }

    private static async Task<Score> ScoreOf(string scorer, FieldValue output, FieldValue reference) =>
        await Scorers.Named(scorer).Single().ScoreAsync(new Sample { Output = output, Reference = reference }, TestContext.Current.CancellationToken);
}
