using Assay.Storage;
using Assay.Tracking;

namespace Assay.Tests.Cli;

/// <summary><c>assay gc</c>, as a user calls it.</summary>
public sealed class GcCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_dry_run_tells_and_the_run_after_it_deletes()
    {
        var run = await ThrowRunAsync();
        var dry = await GcAsync("--dry-run");
        (dry.Code, dry.Output, dry.Error).ShouldBe((0, "Would delete 0 experiments, 1 run and 0 logged models.\n", ""));

        var done = await GcAsync("--vacuum");

        (done.Code, done.Error).ShouldBe((0, ""));
        done.Output.ShouldStartWith("Deleted 0 experiments, 1 run and 0 logged models: ");
        done.Output.ShouldEndWith("1 artifact folder.\n");
        Directory.Exists(Path.Combine(_folder["lab-artifacts"], "0", run)).ShouldBeFalse();
        (await GcAsync("--json")).Json.GetProperty("runs").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_younger_than_asked_stays()
    {
        await ThrowRunAsync();
        (await GcAsync("--older-than", "1d12h")).Output.ShouldBe("The bin held nothing to delete.\n");
        (await GcAsync("--dry-run", "--json")).Json.GetProperty("runs").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("--older-than 30", "--older-than: '30' is no time; write days, hours, minutes and seconds such as 30d, 12h or 1d12h")]
    [InlineData("--older-than d", "--older-than: 'd' is no time")]
    [InlineData("--older-than 99999999999d", "--older-than: '99999999999d' is no time")]
    [InlineData("--run-ids nope", "Run with id=nope not found")]
    [InlineData("--experiment-ids 1", "Experiment 1 is not in the bin")]
    [InlineData("--experiment-ids 2,77", "No Experiment with id=77 exists")]
    [InlineData("--store missing.db", "--store: ")]
    public async Task Bad_input_is_one_line_and_deletes_nothing(string arguments, string message)
    {
        await ThrowRunAsync();
        await using (var store = await EmbeddedStore.OpenAsync(_folder["lab.db"], cancellationToken: TestContext.Current.CancellationToken))
        {
            await store.Tracking.CreateExperimentAsync(new NewExperiment("used"));
            await store.Tracking.CreateExperimentAsync(new NewExperiment("thrown"));
            await store.Tracking.SetExperimentStageAsync("2", LifecycleStage.Deleted);
        }

        var given = arguments.Split(' ');
        var result = await AssayProcess.RunAsync(_folder, arguments.Contains("--store", StringComparison.Ordinal) ? ["gc", .. given] : ["gc", "--store", "lab.db", .. given]);

        result.Code.ShouldBe(2);
        result.Error.ShouldStartWith("assay: ");
        result.Error.ShouldContain(message);
        result.Error.Count(character => character == '\n').ShouldBe(1);
        (await GcAsync("--dry-run")).Output.ShouldBe("Would delete 1 experiment, 1 run and 0 logged models.\n");
    }

    private async Task<string> ThrowRunAsync()
    {
        await using var store = await EmbeddedStore.OpenAsync(_folder["lab.db"], cancellationToken: TestContext.Current.CancellationToken);
        var run = await store.Tracking.CreateRunAsync(new NewRun("0"));
        await store.Artifacts.WriteAsync(run.ArtifactUri, "a.txt", new MemoryStream([1]));
        await store.Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted);
        return run.RunId;
    }

    private Task<AssayProcess.ProcessResult> GcAsync(params string[] arguments) => AssayProcess.RunAsync(_folder, ["gc", "--store", "lab.db", .. arguments]);
}
