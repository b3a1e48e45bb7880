using Assay.Data;
using Assay.Scoring;

namespace Assay.Tests.Retrieval;

public sealed class RetrievalScorerTests
{
    [Theory]
    [InlineData("""["a", "b", "x"]""", """["a", "b", "c", "d"]""")]
    [InlineData("""[{"doc_uri": "a"}, {"metadata": {"doc_uri": "b"}}, {"id": "x"}]""", """[{"doc_uri": "a"}, "b", "c", "d"]""")]
    public async Task Documents_AreIdsOrObjectsThatNameThem(string output, string reference)
    {
        (await ScoreAsync("precision_at_k", output, reference)).Value.ShouldBe(2 / 3.0);
        (await ScoreAsync("recall_at_k", output, reference)).Value.ShouldBe(0.5);
        (await ScoreAsync("ndcg_at_k:k=2", output, reference)).Value.ShouldBe(1);
    }

    [Theory]
    [InlineData("[\"\\ud800\"]", """["a"]""", "the output is no JSON list of document ids")]
    [InlineData("[1, 2", """["a"]""", "the output is no JSON list of document ids")]
    [InlineData("the document a", """["a"]""", "the output is no JSON list of document ids")]
    [InlineData("""["a", {"text": "b"}]""", """["a"]""", "the output is no JSON list of document ids")]
    [InlineData("""["a"]""", "a", "the reference is no JSON list of document ids")]
    [InlineData("""["a"]""", null, "there is no reference")]
    public async Task WhatIsNoList_IsAReason(string output, string? reference, string reason) =>
        (await ScoreAsync("recall_at_k", output, reference)).ShouldBe(Score.None(reason));

    [Theory]
    [InlineData("k=0")]
    [InlineData("k=three")]
    public void BadK_IsRefused(string k) => Should.Throw<BadInputException>(() => Scorers.Named("recall_at_k:" + k)).Message.ShouldContain("write a whole number from 1");

    private static ValueTask<Score> ScoreAsync(string specification, FieldValue output, FieldValue reference) =>
        Scorers.Named(specification).Single().ScoreAsync(new Sample { Output = output, Reference = reference }, TestContext.Current.CancellationToken);
}
