using Assay.Cli.Stores;
using Assay.Client;
using Assay.Evaluations;
using Assay.Server;
using Assay.Storage;
using Assay.Tests.Storage;
using Assay.Tracking;

namespace Assay.Tests.Cli;

/// <summary>Commands that work on a server, and what they keep when it goes away.</summary>
public sealed class ServerStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Evaluate_writes_rows_figures_and_files_to_a_server_and_show_reads_them()
    {
        folder.Write("answers.csv", "inputs,ground_truth,answer\nOne?,1,1\nTwo?,2,3\n");
        await using var store = await EmbeddedStore.OpenAsync(folder["server.db"]);
        await using var server = await AssayServer.StartAsync(store, new ServerOptions { Port = 0 });
        var url = server.Address.ToString();

        var evaluated = await AssayProcess.RunAsync(
            folder, ["evaluate", "--data", "answers.csv", "--predictions", "answer", "--scorer", "exact_match", "--experiment", "lab", "--json"],
            variables: ("MLFLOW_TRACKING_URI", url));
        var shown = await AssayProcess.RunAsync(folder, ["show", "last", "--tracking-uri", url, "--report", "r.html"]);

        evaluated.Error.ShouldBeEmpty();
        evaluated.Code.ShouldBe(0);
        var experiment = await store.Tracking.FindExperimentAsync("lab");
        var run = (await store.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = [experiment!.ExperimentId] })).Items.Single();
        run.Status.ShouldBe(RunStatus.Finished);
        run.Metrics.ShouldContain(metric => metric.Key == "exact_match/v1" || metric.Key == "exact_match/v1/mean");
        (await store.Evaluations.CountAsync(run.RunId)).Total.ShouldBe(2);
        (await store.Artifacts.ListAsync(run.ArtifactUri)).Select(file => file.Path).ShouldBe(["assay_summary.json", "eval_results_table.json"]);
        shown.Error.ShouldBeEmpty();
        shown.Code.ShouldBe(0);
        File.Exists(folder["r.html"]).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_one_line_and_exit_three()
    {
        var result = await AssayProcess.RunAsync(
            folder, ["runs", "--tracking-uri", "http://ana:s3cret@127.0.0.1:9"], variables: ("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0"));

        result.Code.ShouldBe(3);
        result.Error.ShouldStartWith("assay: http://127.0.0.1:9 does not answer: ");
        result.Error.ShouldNotContain("s3cret");
        result.Error.TrimEnd('\n').ShouldNotContain('\n');
    }

    [Fact]
    public async Task Rows_that_a_server_could_not_take_are_sent_when_the_run_is_looked_at_again()
    {
        await using var store = await EmbeddedStore.OpenAsync(folder["server.db"]);
        var run = await store.Tracking.CreateRunAsync(new NewRun("0"));
        await using (var unsent = new LocalRows(folder["unsent"]))
        {
            var server = await AssayServer.StartAsync(store, new ServerOptions { Port = 0 });
            await using var remote = await RemoteStore.OpenAsync(server.Address, new() { MaxRetries = 0 });
            var rows = new ForwardedRows(remote.Evaluations, unsent);
            await rows.AppendAsync(run.RunId, [EvaluationStoreContract.Row(0)]);
            await server.DisposeAsync();

            foreach (var index in (int[])[1, 2])
            {
                (await Should.ThrowAsync<AssayException>(() => rows.AppendAsync(run.RunId, [EvaluationStoreContract.Row(index)])))
                    .Code.ShouldBe(ErrorCode.TemporarilyUnavailable);
            }
        }

        await using var again = await AssayServer.StartAsync(store, new ServerOptions { Port = 0 });
        await using var reached = await RemoteStore.OpenAsync(again.Address, new() { MaxRetries = 0 });
        await using var kept = new LocalRows(folder["unsent"]);
        kept.Has(run.RunId).ShouldBeTrue();
        (await new ForwardedRows(reached.Evaluations, kept).CountAsync(run.RunId)).ShouldBe(new EvaluationCounts(3, 0));

        kept.Has(run.RunId).ShouldBeFalse();
        (await store.Evaluations.ReadAsync(new EvaluationRowQuery { RunId = run.RunId })).Items.Select(row => row.Index).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Rows_of_a_server_that_has_no_place_for_them_are_kept_here()
    {
        await using var rows = new LocalRows(folder["rows"]);
        const string Run = "0123456789abcdef0123456789abcdef";
        (await rows.CountAsync(Run)).Total.ShouldBe(0);

        await rows.AppendAsync(Run, [EvaluationStoreContract.Row(0)]);

        (await rows.ReadAsync(new EvaluationRowQuery { RunId = Run })).Items.Count.ShouldBe(1);
        await Should.ThrowAsync<AssayException>(() => rows.AppendAsync("../x", [EvaluationStoreContract.Row(0)]));
    }
}
