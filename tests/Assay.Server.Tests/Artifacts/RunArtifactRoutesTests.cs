using System.Text;
using Assay.Tracking;

namespace Assay.Server.Tests.Artifacts;

/// <summary>Files by the run that they belong to.</summary>
public sealed class RunArtifactRoutesTests : IAsyncLifetime
{
    private LoopbackServer server = null!;
    private Run run = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await LoopbackServer.StartAsync();
        run = await server.Store.Tracking.CreateRunAsync(new NewRun("0"), Cancel);
        await server.Store.Artifacts.WriteAsync(run.ArtifactUri, "dir/a.txt", new MemoryStream(Encoding.UTF8.GetBytes("text")), Cancel);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("run_id")]
    [InlineData("run_uuid")]
    public async Task A_runs_files_are_listed_with_their_paths_in_the_run(string name)
    {
        var (_, root) = await server.CallAsync("GET", $"artifacts/list?{name}={run.RunId}");
        ((string)root!["root_uri"]!).ShouldBe(run.ArtifactUri);
        root["files"]!.ToJsonString().ShouldBe("""[{"path":"dir","is_dir":true}]""");
        var (_, folder) = await server.CallAsync("GET", $"/ajax-api/2.0/mlflow/artifacts/list?{name}={run.RunId}&path=dir");
        folder!["files"]!.ToJsonString().ShouldBe("""[{"path":"dir/a.txt","is_dir":false,"file_size":4}]""");
        var (_, file) = await server.CallAsync("GET", $"artifacts/list?{name}={run.RunId}&path=dir/a.txt");
        file!.AsObject().ContainsKey("files").ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_is_sent_by_its_run()
    {
        (await server.Http.GetStringAsync($"/get-artifact?run_id={run.RunId}&path=dir/a.txt", Cancel)).ShouldBe("text");
        (await server.Http.GetStringAsync($"/get-artifact?run_uuid={run.RunId}&path=dir%2Fa.txt", Cancel)).ShouldBe("text");
    }

    [Theory]
    [InlineData("/get-artifact?run_id=RUN&path=none", 404, "RESOURCE_DOES_NOT_EXIST")]
    [InlineData("/get-artifact?run_id=none&path=dir/a.txt", 404, "RESOURCE_DOES_NOT_EXIST")]
    [InlineData("/get-artifact?run_id=RUN&path=..%2fx", 400, "INVALID_PARAMETER_VALUE")]
    [InlineData("/get-artifact?run_id=RUN&path=%252e%252e/x", 400, "INVALID_PARAMETER_VALUE")]
    [InlineData("/get-artifact?run_id=RUN", 400, "INVALID_PARAMETER_VALUE")]
    [InlineData("/get-artifact?path=dir/a.txt", 400, "INVALID_PARAMETER_VALUE")]
    [InlineData("artifacts/list?run_id=none", 404, "RESOURCE_DOES_NOT_EXIST")]
    [InlineData("artifacts/list?run_id=RUN&path=../..", 400, "INVALID_PARAMETER_VALUE")]
    [InlineData("/model-versions/get-artifact?name=m&version=x&path=a", 400, "INVALID_PARAMETER_VALUE")]
    public async Task What_is_missing_or_leads_elsewhere_is_refused(string path, int status, string code)
    {
        var (answered, body) = await server.CallAsync("GET", path.Replace("RUN", run.RunId));
        ((string)body!["error_code"]!).ShouldBe(code);
        answered.ShouldBe(status);
    }

    [Fact]
    public async Task Artifacts_that_are_elsewhere_are_the_clients_to_fetch()
    {
        var experiment = await server.Store.Tracking.CreateExperimentAsync(new NewExperiment("elsewhere", "s3://bucket/x"), Cancel);
        var other = await server.Store.Tracking.CreateRunAsync(new NewRun(experiment.ExperimentId), Cancel);
        var (status, body) = await server.CallAsync("GET", $"artifacts/list?run_id={other.RunId}");
        status.ShouldBe(400);
        ((string)body!["message"]!).ShouldBe($"Artifacts at 's3://bucket/x/{other.RunId}/artifacts' are not kept by this store: it keeps those under mlflow-artifacts:/");
    }
}
