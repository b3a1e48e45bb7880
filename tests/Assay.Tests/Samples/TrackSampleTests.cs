using Assay.Storage;
using Assay.Tracking;

namespace Assay.Tests.Samples;

[Collection(nameof(SampleProcess))]
public sealed class TrackSampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Track_Runs_AndLogsARunWithRunsInIt()
    {
        var output = await SampleProcess.RunAsync(_folder, "track.cs", _folder["track.db"]);

        output.ShouldContain(_folder["track.db"]);
        await using var store = await EmbeddedStore.OpenAsync(_folder["track.db"]);
        var experiment = await store.Tracking.FindExperimentAsync("track");
        var runs = (await store.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = [experiment!.ExperimentId] })).Items;
        runs.ShouldAllBe(run => run.Status == RunStatus.Finished);
        runs.Count(run => run.Tags.Any(tag => tag.Key == "mlflow.parentRunId")).ShouldBe(3);
    }
}
