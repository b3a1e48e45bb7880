using Assay.Models.Local;
using Assay.Probability;
using Assay.Scoring;

namespace Assay.Tests.Scoring;

public sealed class PerplexityScorerTests
{
    private const string Story = "Once upon a time, there was a little girl named Lily.";

    [Fact]
    public async Task Score_IsEToTheMeanNegativeLogProbability()
    {
        var tokens = await LocalModel.Open("stories260K").LikelihoodAsync(Story, null, TestContext.Current.CancellationToken);

        var score = await ScoreAsync("perplexity", new Sample { Output = Story });

        score.Value!.Value.ShouldBe(Math.Exp(-tokens.Average(token => token.LogProbability!.Value)), 1e-9);
        score.Value.Value.ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task TextOfAnotherKind_IsMorePerplexing() =>
        (await ScoreAsync("perplexity", new Sample { Output = "Quarterly revenue fell, pursuant to covenants." })).Value!.Value.ShouldBeGreaterThan(50);

    [Fact]
    public async Task PerByte_IsEToTheMeanOverBytes()
    {
        var perByte = await ScoreAsync("perplexity:per=byte", new Sample { Output = Story });
        var part = (TextLikelihood)perByte.Part!;

        part.Bytes.ShouldBe(Story.Length);
        perByte.Value.ShouldBe(part.BytePerplexity);
        Math.Pow(2, part.BitsPerByte!.Value).ShouldBe(part.BytePerplexity!.Value, 1e-9);
    }

    [Fact]
    public async Task Corpus_IsThatOfAllTokensTogether()
    {
        var scorer = (ICorpusScorer)Scorers.Named("perplexity").Single();
        var parts = new List<object>();
        foreach (var text in new[] { Story, "x", "The dog ran and ran." })
        {
            parts.Add((await scorer.ScoreAsync(new Sample { Output = text }, TestContext.Current.CancellationToken)).Part!);
        }

        var all = parts.Cast<TextLikelihood>().ToList();
        var (sum, tokens, bytes) = (all.Sum(part => part.NegativeLogLikelihood), all.Sum(part => part.Tokens), all.Sum(part => part.Bytes!.Value));
        var figures = scorer.Gather(parts).Compute([0, 1, 2]);

        figures.ShouldBe([Math.Exp(sum / tokens), Math.Exp(sum / bytes), sum / bytes / Math.Log(2)]);
        scorer.Gather(parts).Compute([1, 1])[0].ShouldBe(all[1].Perplexity);
        scorer.Description.Aggregates.Where(aggregate => aggregate.Kind == AggregateKind.Corpus).Select(aggregate => aggregate.Key)
            .ShouldBe(["perplexity/v1/corpus", "perplexity/v1/byte_perplexity", "perplexity/v1/bits_per_byte"]);
    }

    [Theory]
    [InlineData("perplexity:of=reference", "the reference")]
    [InlineData("perplexity:of=input", "the input")]
    [InlineData("perplexity:of=output", "the output")]
    public async Task Of_SaysWhichText(string specification, string text)
    {
        var sample = new Sample { Output = "the output", Reference = "the reference", Input = "the input" };

        (await ScoreAsync(specification, sample)).Value.ShouldBe((await ScoreAsync("perplexity", new Sample { Output = text })).Value);
    }

    [Theory]
    [InlineData("perplexity", "", "the text is empty and has no perplexity")]
    [InlineData("perplexity", null, "there is no text to score")]
    [InlineData("perplexity:of=reference", "x", "there is no reference")]
    [InlineData("perplexity:of=input", "x", "there is no input")]
    public async Task WhatIsMissing_IsAReason(string specification, string? output, string reason) =>
        (await ScoreAsync(specification, new Sample { Output = output })).ShouldBe(Score.None(reason));

    [Theory]
    [InlineData("perplexity:stride=0", "stride=0 is not a number of tokens")]
    [InlineData("perplexity:stride=513", "stride=513 is more than the 512 tokens that local:stories260K reads at once")]
    [InlineData("perplexity:context=100", "model 'local:stories260K' knows its own context")]
    [InlineData("perplexity:record=calls.jsonl", "model 'local:stories260K' makes no calls that could be recorded")]
    [InlineData("perplexity:model=openai:gpt-4o", "model 'openai:gpt-4o' is asked by chat")]
    [InlineData("perplexity:model=local:none.bin", "model 'local:none.bin': there is no file none.bin")]
    public void BadSpecification_IsRefused(string specification, string message) =>
        Should.Throw<BadInputException>(() => Scorers.Named(specification)).Message.ShouldStartWith("--scorer perplexity: " + message);

    [Theory]
    [InlineData("perplexity:model=openai:completions:m")]
    [InlineData("perplexity:model=local:/etc/passwd")]
    public void WhereNoServiceMayBeCalled_OnlyTheBuiltInModelReads(string specification)
    {
        Should.Throw<BadInputException>(() => Scorers.OfRecorded([specification], mayCallServices: false));
        Scorers.OfRecorded(["perplexity:model=local:stories260K"], mayCallServices: false).Count.ShouldBe(1);
    }

    [Fact]
    public void Stride_IsStated() => Scorers.Named("perplexity:stride=100").Single().Description.Summary
        .ShouldBe("Perplexity per token of the output under local:stories260K; a longer text is read in windows of 512 tokens, each 100 after the last.");

    private static async Task<Score> ScoreAsync(string specification, Sample sample) =>
        await Scorers.Named(specification).Single().ScoreAsync(sample, TestContext.Current.CancellationToken);
}
