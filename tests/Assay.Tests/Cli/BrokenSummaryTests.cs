using System.Text;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Tests.Cli;

/// <summary>What a run found may be in a file that somebody else has written over: said in one line, as other bad input.</summary>
public sealed class BrokenSummaryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("show", "assay_summary.json", "{\"run_id\":")]
    [InlineData("show --report report.html", "assay_summary.json", "[]")]
    [InlineData("plot", "assay_summary.json", "{}")]
    [InlineData("plot", "assay_grid.json", "nonsense\nof two lines")]
    public async Task Command_NamesTheRunAndTheFile(string command, string file, string content)
    {
        var run = await LogAsync(file, content);
        var words = command.Split(' ');
        var result = await AssayProcess.RunAsync(_folder, [words[0], run.RunId, .. words[1..], "--tracking-uri", "lab.db"]);
        result.Error.ShouldStartWith($"assay: the run {run.RunId} (heron): its file {file} is not what Assay writes (");
        result.Error.ShouldContain("delete it");
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
        result.Code.ShouldBe(2);
        File.Exists(_folder["report.html"]).ShouldBeFalse();
    }

    [Fact]
    public async Task ScorerWhoseProgramIsNotThere_IsSaidByAssayAlone()
    {
        _folder.Write("good.jsonl", "{\"answer\":\"a\"}\n");
        var result = await AssayProcess.RunAsync(
            _folder, ["evaluate", "--data", "good.jsonl", "--predictions", "answer", "--scorer", "exec:no-such-scorer-here --fast", "--tracking-uri", "lab.db"]);
        result.Error.ShouldContain("the shell found no such command");
        result.Error.ShouldNotContain("sh:");
        result.Code.ShouldBe(3);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Run> LogAsync(string file, string content)
    {
        await using var store = await EmbeddedStore.OpenAsync(_folder["lab.db"], cancellationToken: TestContext.Current.CancellationToken);
        var run = await store.Tracking.CreateRunAsync(new NewRun("0", "heron"), TestContext.Current.CancellationToken);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await store.Artifacts.WriteAsync(run.ArtifactUri, file, stream, TestContext.Current.CancellationToken);
        return run;
    }
}
