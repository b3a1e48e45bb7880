using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assay.Tests;

namespace Assay.Server.Tests.Durability;

/// <summary>A command line and a server write to one SQLite file at the same time, each a process of its own.</summary>
public sealed class SharedFileTests
{
    private const int Writers = 4;
    private const int Evaluations = 3;
    private const int Rows = 400;

    [Fact]
    public async Task Evaluations_and_log_batch_calls_get_on_over_one_file()
    {
        using var folder = new TemporaryFolder();
        await using var server = new ServerProcess(folder, folder["assay.db"]);
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        var writers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => RunWriter.CreateAsync(http)));
        var data = folder.Write("answers.csv", "inputs,ground_truth,answer\n" + string.Concat(Enumerable.Range(0, Rows).Select(Row)));
        var writing = writers.Select(writer => writer.WriteAsync()).ToList();

        var evaluated = await Task.WhenAll(Enumerable.Range(0, Evaluations).Select(_ => ProgramRun.RunAsync(
            AssayProgram.Start(
                folder, "evaluate", "--data", data, "--predictions", "answer", "--scorer", "exact_match", "--tracking-uri", folder["assay.db"], "--json"),
            TestContext.Current.CancellationToken)));

        writing.Where(task => task.IsCompleted).ShouldBeEmpty("the writers were at work all the time");
        evaluated.ShouldAllBe(run => run.Code == 0, string.Join('\n', evaluated.Select(run => run.Error)));
        foreach (var run in evaluated)
        {
            await CheckAsync(http, (string)JsonNode.Parse(run.Output)!["run_id"]!);
        }

        await server.KillAsync();
        await Task.WhenAll(writing);
        await server.StartAsync();
        foreach (var writer in writers)
        {
            writer.Acknowledged.ShouldBeGreaterThan(0);
            await writer.CheckAsync();
        }
    }

    /// <summary>Every second answer is right.</summary>
    private static string Row(int i) => string.Create(CultureInfo.InvariantCulture, $"question {i},{i},{(i % 2 == 0 ? i : -i)}\n");

    /// <summary>The server finds in its file what the command line wrote there.</summary>
    private static async Task CheckAsync(HttpClient http, string runId)
    {
        var run = (await http.GetFromJsonAsync<JsonNode>($"/api/2.0/mlflow/runs/get?run_id={runId}"))!["run"]!;
        ((string)run["info"]!["status"]!).ShouldBe("FINISHED");
        ((double)run["data"]!["metrics"]!.AsArray().Single(metric => (string)metric!["key"]! == "exact_match/v1")!["value"]!).ShouldBe(0.5);
        var counts = await http.GetFromJsonAsync<JsonNode>($"/api/assay/v1/evaluations/{runId}/counts");
        ((int)counts!["total"]!).ShouldBe(Rows);
    }
}
