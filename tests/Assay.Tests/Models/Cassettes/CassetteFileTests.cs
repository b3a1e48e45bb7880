using System.Text;
using Assay.Models;

namespace Assay.Tests.Models.Cassettes;

public sealed class CassetteFileTests : IDisposable
{
    private const string Good = """{"row":"1","request":{"model":"m:m","messages":[{"role":"user","content":"x"}]},"answer":{"text":"a"}}""";
    private readonly TemporaryFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task LineWrittenByHand_NeedsNoDigest()
    {
        await WriteAsync($"\uFEFF{Good}\r\n\n  {Good.Replace("\"row\":\"1\"", "\"row\":\"2\"", StringComparison.Ordinal)}");
        using var replay = ReplayingModel.Open(file.Path);

        (await replay.AskAsync(Ask.User("x", "1"))).Text.ShouldBe("a");
        (await replay.AskAsync(Ask.User("x", "2"))).Text.ShouldBe("a");
    }

    [Theory]
    [InlineData("{\"row\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"row\":\"1\",\"answer\":{}}")]
    [InlineData("{\"row\":\"1\",\"request\":{\"model\":\"m\",\"messages\":[]}}")]
    [InlineData("{\"row\":\"1\",\"request\":{},\"answer\":{}}")]
    [InlineData("{\"row\":1,\"request\":{\"model\":\"m\"},\"answer\":{}}")]
    [InlineData("{\"row\":\"1\",\"request\":{\"model\":\"m\"},\"answer\":{\"finish_reason\":\"bored\"}}")]
    public async Task BadLine_IsNamedByFileAndNumber(string line)
    {
        await WriteAsync($"{Good}\n\n{line}\n{Good}\n");

        var message = Should.Throw<BadInputException>(() => Cassette.Open(file.Path)).Message;

        message.ShouldStartWith($"{file.Path}, line 3: not a recorded call (");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task BadUtf8_IsNamedByFileAndNumber()
    {
        await File.WriteAllBytesAsync(file.Path, [.. Encoding.UTF8.GetBytes(Good.Replace("}}", "", StringComparison.Ordinal)), 0xff, .. "\"}}"u8], TestContext.Current.CancellationToken);

        Should.Throw<BadInputException>(() => Cassette.Open(file.Path)).Message.ShouldStartWith($"{file.Path}, line 1: not a recorded call (it is not valid UTF-8)");
    }

    [Fact]
    public void MissingFile_AndDirectory_AreBadInput()
    {
        Should.Throw<BadInputException>(() => Cassette.Open(file.Path)).Message.ShouldBe($"cannot replay {file.Path}: it does not exist");
        Should.Throw<BadInputException>(() => Cassette.Open(Path.GetTempPath())).Message.ShouldBe($"cannot replay {Path.GetTempPath()}: it is a directory");
        Should.Throw<BadInputException>(() => CassetteWriter.Open(Path.GetTempPath(), false, Secrets.None)).Message.ShouldStartWith($"cannot record to {Path.GetTempPath()}: ");
        Should.Throw<BadInputException>(() => CassetteWriter.Open(file.Path + "/x", false, Secrets.None)).Message.ShouldStartWith($"cannot record to {file.Path}/x: ");
    }

    [Fact]
    public async Task EmptyFile_HoldsNoCalls()
    {
        await WriteAsync("\n");

        Should.Throw<BadInputException>(() => Cassette.Open(file.Path)).Message.ShouldBe($"{file.Path} holds no recorded calls");
    }

    [Fact]
    public async Task SeveralModels_NeedAName()
    {
        await WriteAsync($"{Good}\n{Good.Replace("m:m", "n:n", StringComparison.Ordinal)}\n");

        Should.Throw<BadInputException>(() => ReplayingModel.Open(file.Path)).Message
            .ShouldBe($"{file.Path} holds calls of several models (m:m, n:n): say which with --model NAME --replay {file.Path}");
        using var replay = new ReplayingModel("n:n", Cassette.Open(file.Path));
        (await replay.AskAsync(Ask.User("x"))).Text.ShouldBe("a");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RecordingOverOtherData_IsRefused_AndLeavesItAlone(bool append)
    {
        await WriteAsync("inputs,ground_truth\na,b\n");

        Should.Throw<BadInputException>(() => CassetteWriter.Open(file.Path, append, Secrets.None)).Message
            .ShouldBe($"cannot record to {file.Path}: it exists and holds something else than recorded calls; name another file");
        file.Text.ShouldBe("inputs,ground_truth\na,b\n");
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(file.Path, text, TestContext.Current.CancellationToken);
}
