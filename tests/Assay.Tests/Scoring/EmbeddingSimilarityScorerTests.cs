using Assay.Data;
using Assay.Scoring;
using Assay.Scoring.Scorers;
using Assay.Tests.Loopback;
using Assay.Tests.Models.Embeddings;

namespace Assay.Tests.Scoring;

public sealed class EmbeddingSimilarityScorerTests
{
    [Fact]
    public async Task OneReference_GivesTheCosine() => (await ScoreAsync("ab", "a")).Value!.Value.ShouldBe(Math.Sqrt(0.5), 1e-9);

    [Fact]
    public async Task OfSeveralReferences_TheNearestCounts() =>
        (await ScoreAsync("ab", FieldValue.FromJson(System.Text.Json.JsonElement.Parse("[\"c\",\"aabb\",\"\"]")))).Value!.Value.ShouldBe(1, 1e-9);

    [Theory]
    [InlineData("", "a", "the output is empty and has no embedding")]
    [InlineData("a", " ", "the reference is empty and has no embedding")]
    [InlineData("a", null, "there is no reference")]
    [InlineData(null, "a", "there is no text to score")]
    [InlineData("a", "xyz", "openai:m gave embeddings that cannot be compared: of several lengths, or all 0")]
    public async Task WhatIsMissing_IsAReason(string? output, string? reference, string reason) => (await ScoreAsync(output, reference)).ShouldBe(Score.None(reason));

    [Fact]
    public async Task FailingService_IsAReason()
    {
        await using var server = await EmbeddingModelTests.ServerAsync(ScriptedReply.Error(400, "no such model"));
        using var model = EmbeddingModelTests.Model("openai:m", server);

        var score = await new EmbeddingSimilarityScorer("s", model).ScoreAsync(new Sample { Output = "a", Reference = "a" }, TestContext.Current.CancellationToken);

        score.Value.ShouldBeNull();
        score.Reason!.ShouldContain("no such model");
    }

    [Theory]
    [InlineData("embedding_similarity", "model is missing; an example: embedding_similarity:model=openai:text-embedding-3-small")]
    [InlineData("embedding_similarity:model=local:stories260K", "model 'local:stories260K' gives no embeddings")]
    [InlineData("embedding_similarity:model=openai:m,dimensions=x", "dimensions=x is not a number of elements")]
    public void BadSpecification_IsRefused(string specification, string message) =>
        Should.Throw<BadInputException>(() => Scorers.Named(specification)).Message.ShouldStartWith("--scorer embedding_similarity: " + message);

    [Fact]
    public void WhereNoServiceMayBeCalled_ItIsRefused() =>
        Should.Throw<BadInputException>(() => Scorers.OfRecorded(["embedding_similarity:model=openai:m"], mayCallServices: false));

    private static async Task<Score> ScoreAsync(FieldValue output, FieldValue reference)
    {
        await using var server = await EmbeddingModelTests.ServerAsync();
        using var model = EmbeddingModelTests.Model("openai:m", server);
        return await new EmbeddingSimilarityScorer("s", model).ScoreAsync(new Sample { Output = output, Reference = reference }, TestContext.Current.CancellationToken);
    }
}
