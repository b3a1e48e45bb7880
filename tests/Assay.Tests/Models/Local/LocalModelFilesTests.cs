using System.Buffers.Binary;
using Assay.Models;
using Assay.Models.Local;

namespace Assay.Tests.Models.Local;

public sealed class LocalModelFilesTests
{
    [Fact]
    public async Task ModelInAFile_AnswersAsTheBuiltInOne()
    {
        using var files = new ModelFiles();
        var request = Ask.User("The sun") with { Parameters = Ask.Extra("temperature=0", "max_tokens=20") };

        var model = (LocalModel)ModelFactory.Create(ModelSpec.Parse("local:" + files.Model), Ask.Environment());

        model.Name.ShouldBe("local:" + files.Model);
        (await model.AskAsync(request)).Text.ShouldBe((await LocalModel.Open("stories260K").AskAsync(request)).Text);
    }

    [Theory]
    [InlineData("tokenizer.bin", "")]
    [InlineData("other.bin", "@other.bin")]
    public void Tokenizer_IsFoundBeside_OrNamed(string name, string named)
    {
        using var files = new ModelFiles(tokenizerName: name);

        LocalModel.Open(files.Model + (named.Length == 0 ? "" : "@" + files.Beside(name))).ContextTokens.ShouldBe(512);
    }

    [Fact]
    public void MissingTokenizer_IsNamed()
    {
        using var files = new ModelFiles(tokenizerName: "other.bin");

        Refusal(files).ShouldBe($"{files.Model} has no tokenizer beside it: put tok512.bin or tokenizer.bin into its folder, or name one with local:{files.Model}@TOKENIZER.bin");
    }

    [Theory]
    [InlineData("local:stories15M", "model 'local:stories15M': there is no file stories15M")]
    [InlineData("local:stories260k", "model 'local:stories260k': there is no file stories260k; did you mean local:stories260K?")]
    public void MissingFile_IsNamed(string spec, string message) =>
        Should.Throw<BadInputException>(() => ModelFactory.Create(ModelSpec.Parse(spec), Ask.Environment())).Message.ShouldBe(message);

    [Theory]
    [InlineData(0, "is no llama2.c checkpoint: it has 0 bytes, less than a header")]
    [InlineData(20, "is no llama2.c checkpoint: it has 20 bytes, less than a header")]
    [InlineData(1_000_000, "has 1000000 bytes, but a checkpoint with its header (dim 64, 5 layers, 512 tokens) has 1056540: it was cut, or is no llama2.c checkpoint of version 0")]
    public void CutCheckpoint_IsRefused(int length, string message)
    {
        using var files = new ModelFiles(ModelFiles.Weights[..length]);

        Refusal(files).ShouldBe($"{files.Model} {message}");
    }

    [Theory]
    [InlineData(0, 0x616b3432, "is a llama2.c checkpoint of version 172; only version 0 (float32) is read: export the model with --version 0")]
    [InlineData(0, 0, "is no llama2.c checkpoint of version 0: its header says dim is 0")]
    [InlineData(2, int.MaxValue, "is no llama2.c checkpoint of version 0: its header says n_layers is 2147483647")]
    [InlineData(5, int.MinValue, "is no llama2.c checkpoint of version 0: its header says vocab_size is -2147483648")]
    [InlineData(3, 7, "is no llama2.c checkpoint of version 0: its header says dim 64 cannot be shared by 7 heads")]
    [InlineData(4, 3, "is no llama2.c checkpoint of version 0: its header says 8 heads cannot share 3 heads of keys")]
    public void DamagedHeader_IsRefused(int field, int value, string message)
    {
        var model = ModelFiles.Weights;
        BinaryPrimitives.WriteInt32LittleEndian(model.AsSpan(field * 4), value);
        using var files = new ModelFiles(model);

        Refusal(files).ShouldBe($"{files.Model} {message}");
    }

    [Fact]
    public void WeightThatIsNoNumber_IsRefused()
    {
        var model = ModelFiles.Weights;
        BinaryPrimitives.WriteSingleLittleEndian(model.AsSpan(400_000), float.NaN);
        using var files = new ModelFiles(model);

        Refusal(files).ShouldBe($"{files.Model} is damaged: among its weights is one that is no number");
    }

    [Fact]
    public void ClassifierOfItsOwn_IsRead()
    {
        // The same table a second time, and the header's sign that says so: the model stays the same.
        var shared = ModelFiles.Weights;
        var model = new byte[shared.Length + (512 * 64 * 4)];
        shared.CopyTo(model, 0);
        shared.AsSpan(28, 512 * 64 * 4).CopyTo(model.AsSpan(shared.Length));
        BinaryPrimitives.WriteInt32LittleEndian(model.AsSpan(5 * 4), -512);

        var own = Checkpoint.Read(new MemoryStream(model), "x");

        own.Shape.SharesClassifier.ShouldBeFalse();
        own.Classifier.ShouldBe(own.Embedding);
        own.Classifier.ShouldNotBeSameAs(own.Embedding);
    }

    [Fact]
    public void CutTokenizer_IsRefused()
    {
        using var files = new ModelFiles(tokenizer: ModelFiles.Tokenizer[..^30]);

        Refusal(files).ShouldContain("tok512.bin ends at token 5");
    }

    [Fact]
    public void TokenizerOfAnotherModel_IsRefused()
    {
        using var files = new ModelFiles(tokenizer: [.. ModelFiles.Tokenizer, 0, 0, 0, 0, 1, 0, 0, 0, 65]);

        Refusal(files).ShouldContain("holds more tokens than the model's 512: it belongs to another model");
    }

    [Fact]
    public void DamagedTokenizer_IsRefused()
    {
        var tokenizer = ModelFiles.Tokenizer;
        tokenizer[0x37] = (byte)'[';
        using var files = new ModelFiles(tokenizer: tokenizer);

        Refusal(files).ShouldContain("is no tokenizer of llama2.c: its token 3 is not the byte <0x00>");
    }

    private static string Refusal(ModelFiles files) => Should.Throw<BadInputException>(() => LocalModel.Open(files.Model)).Message;
}
