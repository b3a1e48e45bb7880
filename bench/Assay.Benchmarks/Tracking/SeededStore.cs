using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Assay.Benchmarks.Tracking;

/// <summary>What a load needs to find: a run with a history of 10,000 points, and an experiment of 1,000 runs with 10 metrics and 10 parameters.</summary>
internal sealed record SeededStore(string WrittenExperiment, string SearchedExperiment, string WrittenRun, string LongRun)
{
    public const int HistoryPoints = 10_000;
    private const int Runs = 1000;

    public static async Task<SeededStore> SeedAsync(HttpClient http)
    {
        var written = await NewExperimentAsync(http, "written");
        var searched = await NewExperimentAsync(http, "searched");
        var seeded = new SeededStore(written, searched, await NewRunAsync(http, written), await NewRunAsync(http, written));
        for (var batch = 0; batch < HistoryPoints / 1000; batch++)
        {
            var points = Enumerable.Range(batch * 1000, 1000).Select(step => new { key = "h", value = Random.Shared.NextDouble(), timestamp = Now, step });
            await CallAsync(http, "runs/log-batch", new { run_id = seeded.LongRun, metrics = points });
        }

        return seeded;
    }

    /// <summary>Adds the runs to search. Apart, so that the size of the history can be measured between.</summary>
    public async Task AddRunsAsync(HttpClient http) => await Parallel.ForEachAsync(
        Enumerable.Range(0, Runs), new ParallelOptions { MaxDegreeOfParallelism = 8 },
        async (number, _) =>
        {
            var run = await NewRunAsync(http, SearchedExperiment);
            var metrics = Enumerable.Range(0, 10).Select(i => new { key = $"m{i}", value = Random.Shared.NextDouble(), timestamp = Now, step = 0 });
            var settings = Enumerable.Range(0, 10).Select(i => new { key = $"p{i}", value = (number + i) % 2 == 0 ? "b" : "a" });
            await CallAsync(http, "runs/log-batch", new { run_id = run, metrics, @params = settings });
        });

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private static async Task<string> NewExperimentAsync(HttpClient http, string name) =>
        (string)(await CallAsync(http, "experiments/create", new { name }))["experiment_id"]!;

    private static async Task<string> NewRunAsync(HttpClient http, string experiment) =>
        (string)(await CallAsync(http, "runs/create", new { experiment_id = experiment, start_time = Now, run_name = "r" }))["run"]!["info"]!["run_id"]!;

    private static async Task<JsonNode> CallAsync(HttpClient http, string path, object body)
    {
        using var response = await http.PostAsJsonAsync($"/api/2.0/mlflow/{path}", body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
