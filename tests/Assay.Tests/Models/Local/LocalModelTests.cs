using System.Text;
using Assay.Models;
using Assay.Models.Local;

namespace Assay.Tests.Models.Local;

public sealed class LocalModelTests
{
    private static readonly LocalModel Stories = LocalModel.Open("stories260K");

    [Fact]
    public async Task GreedyAnswer_IsTheStoryThatTheModelIsKnownFor()
    {
        var answer = await AskAsync("Once upon a time", 0, "max_tokens=60");

        answer.Text.ShouldStartWith(
            ", there was a little girl named Lily. She loved to play outside in the park. One day, she saw a big, red ball. She wanted to play with it");
        answer.FinishReason.ShouldBe(FinishReason.Length);
        answer.Usage.ShouldBe(new TokenUsage(5, 60));
        answer.Tokens.ShouldBeNull();
    }

    [Fact]
    public async Task WholeStory_EndsByItself()
    {
        var answer = await AskAsync("Once upon a time", 0);

        answer.FinishReason.ShouldBe(FinishReason.Stop);
        answer.Text.ShouldEndWith("You are a good friend.\"");
        answer.WhyNotWhole.ShouldBeNull();
        answer.Model.ShouldBe("local:stories260K");
    }

    [Fact]
    public async Task Likelihood_EqualsAPlainForwardPassInDoublePrecision()
    {
        const string text = "Lily saw a café.\nThe dog was 7 日!";
        var vocabulary = TokenVocabulary.Read(ModelFiles.Tokenizer, 512, "tok512.bin");
        var tokens = PieceMerging.Encode(vocabulary, text);
        var plain = new PlainForwardPass(ModelFiles.Weights);

        var judged = await Stories.LikelihoodAsync(text, null, TestContext.Current.CancellationToken);

        judged.Count.ShouldBe(tokens.Count - 1);
        for (var i = 0; i < judged.Count; i++)
        {
            judged[i].LogProbability!.Value.ShouldBe(plain.LogProbabilities(tokens.Take(i + 1).ToList())[tokens[i + 1]], 1e-4);
        }

        judged.Sum(token => token.Bytes!.Value).ShouldBe(Encoding.UTF8.GetByteCount(text));
    }

    [Fact]
    public async Task LogProbabilities_OfAnAnswer_AreThoseOfReadingIt()
    {
        var answer = await AskAsync("Once upon a time", 0.8, "seed=3", "max_tokens=40", "logprobs=true");

        var read = await Stories.LikelihoodAsync("Once upon a time" + answer.Text, null, TestContext.Current.CancellationToken);

        answer.Tokens!.Count.ShouldBe(40);
        string.Concat(answer.Tokens.Select(token => token.Text)).ShouldBe(answer.Text);
        var tail = read.TakeLast(40).ToList();
        for (var i = 0; i < 40; i++)
        {
            answer.Tokens[i].LogProbability!.Value.ShouldBe(tail[i].LogProbability!.Value, 1e-4);
        }
    }

    [Fact]
    public async Task Seed_DecidesTheAnswer()
    {
        var first = await AskAsync("Tom had a", 1, "seed=1", "max_tokens=30");
        var again = await AskAsync("Tom had a", 1, "seed=1", "max_tokens=30");
        var other = await AskAsync("Tom had a", 1, "seed=2", "max_tokens=30");

        again.Text.ShouldBe(first.Text);
        other.Text.ShouldNotBe(first.Text);
    }

    [Fact]
    public async Task Repeats_OfOneSeed_Differ()
    {
        var request = Ask.User("Tom had a") with { Parameters = Ask.Extra("seed=1", "max_tokens=30") };

        var first = await Stories.AskAsync(request);
        var second = await Stories.AskAsync(request with { Repeat = 1 });

        second.Text.ShouldNotBe(first.Text);
    }

    [Fact]
    public async Task ConcurrentCalls_DoNotDisturbEachOther()
    {
        var alone = (await AskAsync("The cat", 0, "max_tokens=50")).Text;

        var together = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => AskAsync("The cat", 0, "max_tokens=50")));

        together.ShouldAllBe(answer => answer.Text == alone);
    }

    [Theory]
    [InlineData("stop=\"Lily\"", ", there was a little girl named ")]
    [InlineData("stop=[\"loved\", \"little g\"]", ", there was a ")]
    public async Task Stop_EndsTheAnswerBeforeIt(string stop, string expected)
    {
        var answer = await AskAsync("Once upon a time", 0, stop);

        answer.Text.ShouldBe(expected);
        answer.FinishReason.ShouldBe(FinishReason.Stop);
    }

    [Fact]
    public async Task VerySmallTopP_IsGreedy()
    {
        var greedy = await AskAsync("One day", 0, "max_tokens=30");
        var narrow = await AskAsync("One day", 1.5, "top_p=0.000001", "max_tokens=30");

        narrow.Text.ShouldBe(greedy.Text);
    }

    [Fact]
    public async Task PromptBeyondTheContext_IsRefused_WithBothNumbers()
    {
        var refused = await Stories.FailAsync(Ask.User(string.Concat(Enumerable.Repeat("once upon a time ", 200))));

        refused.Failure.ShouldBe(ModelFailure.Rejected);
        refused.Message.ShouldMatch(@"^local:stories260K: the prompt has \d{3,4} tokens, and prompt and answer together may have 512; shorten the prompt$");
    }

    [Fact]
    public async Task Answer_EndsWhereTheContextDoes()
    {
        var answer = await AskAsync(string.Concat(Enumerable.Repeat("the dog ran. ", 60)), 1, "seed=5");

        (answer.Usage!.Total <= 512).ShouldBeTrue();
    }

    [Theory]
    [InlineData("top_k=5", "local:stories260K knows no parameter 'top_k'; it has temperature, max_tokens, top_p, seed, stop and logprobs")]
    [InlineData("top_p=2", "local:stories260K: top_p must be more than 0, and 1 at most")]
    [InlineData("seed=one", "local:stories260K: seed cannot be \"one\"")]
    [InlineData("max_tokens=0", "local:stories260K: max_tokens must be 1 or more")]
    public async Task ParameterThatMakesNoSense_IsRefused(string parameter, string message)
    {
        var refused = await Should.ThrowAsync<ModelException>(() => AskAsync("x", 0, parameter));

        refused.Failure.ShouldBe(ModelFailure.Rejected);
        refused.Message.ShouldBe(message);
    }

    [Fact]
    public async Task LongText_IsReadInWindows_EachTokenOnce()
    {
        var token = TestContext.Current.CancellationToken;
        var text = (await AskAsync("Once upon a time", 0)).Text!;
        var longText = string.Concat(Enumerable.Repeat(text, 4));

        var half = await Stories.LikelihoodAsync(longText, null, token);
        var fine = await Stories.LikelihoodAsync(longText, 32, token);

        half.Count.ShouldBeGreaterThan(1000);
        string.Concat(half.Select(each => each.Text)).ShouldBe(longText);
        fine.Count.ShouldBe(half.Count);
        fine.Take(512).ShouldBe(half.Take(512));
        fine.ShouldNotBe(half);
    }

    [Fact]
    public async Task Windows_JudgeWithTheContextThatTheyShare()
    {
        var token = TestContext.Current.CancellationToken;
        var text = string.Concat(Enumerable.Repeat((await AskAsync("Once upon a time", 0)).Text!, 2));
        var vocabulary = TokenVocabulary.Read(ModelFiles.Tokenizer, 512, "tok512.bin");
        var tokens = PieceMerging.Encode(vocabulary, text).ToArray();
        using var file = new MemoryStream(ModelFiles.Weights);
        var transformer = new Transformer(Checkpoint.Read(file, "x"));

        var judged = await Stories.LikelihoodAsync(text, 100, token);

        // Token 600 is first judged by the window that begins at 100.
        var state = new TransformerState(transformer.Shape, 512);
        var logits = new float[512];
        transformer.Read(tokens.AsSpan(100, 500), state, logits);
        judged[599].LogProbability!.Value.ShouldBe(LogProbabilities.Of(logits, tokens[600]), 1e-6);
    }

    [Fact]
    public async Task EmptyText_HasNoTokens() =>
        (await Stories.LikelihoodAsync("", null, TestContext.Current.CancellationToken)).ShouldBeEmpty();

    [Fact]
    public async Task CancelledCall_IsGivenUp()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Stories.AskAsync(Ask.User("x"), cancelled.Token));
    }

    private static Task<Answer> AskAsync(string prompt, double temperature, params string[] extra) =>
        Stories.AskAsync(Ask.User(prompt) with { Parameters = Ask.Extra(extra) with { Temperature = temperature } });
}
