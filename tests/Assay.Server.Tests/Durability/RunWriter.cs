using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Assay.Server.Tests.Durability;

/// <summary>
/// Logs batches to a run of its own until the server is gone: batch n has one point of each of its metrics at step n, the parameter <c>p{n}</c> and the tag
/// <c>at = n</c>. So it can be told from what is stored which batches are there, and whether each is whole.
/// </summary>
internal sealed class RunWriter(HttpClient http, string runId)
{
    private const int Metrics = 20;

    /// <summary>The number of batches that the server said it had stored.</summary>
    public int Acknowledged { get; private set; }

    public static async Task<RunWriter> CreateAsync(HttpClient http)
    {
        using var response = await http.PostAsJsonAsync("/api/2.0/mlflow/runs/create", new { experiment_id = "0" });
        response.EnsureSuccessStatusCode();
        return new(http, (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["run"]!["info"]!["run_id"]!);
    }

    /// <summary>Writes until a call fails. A batch whose answer did not come may be there or not, whole.</summary>
    public async Task WriteAsync()
    {
        try
        {
            while (true)
            {
                var next = Acknowledged;
                using var response = await http.PostAsJsonAsync("/api/2.0/mlflow/runs/log-batch", new
                {
                    run_id = runId,
                    metrics = Enumerable.Range(0, Metrics).Select(i => new { key = $"m{i}", value = next, timestamp = next, step = next }),
                    @params = new[] { new { key = $"p{next}", value = $"{next}" } },
                    tags = new[] { new { key = "at", value = $"{next}" } },
                });
                response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
                Acknowledged++;
            }
        }
        catch (HttpRequestException)
        {
            // The server is gone, as was meant.
        }
    }

    /// <summary>Everything acknowledged is there, what was not is whole or not at all, and nothing else is.</summary>
    public async Task CheckAsync()
    {
        var run = (await http.GetFromJsonAsync<JsonNode>($"/api/2.0/mlflow/runs/get?run_id={runId}"))!["run"]!["data"]!;
        var parameters = run["params"]?.AsArray().Select(param => (string)param!["key"]!).ToHashSet() ?? [];
        parameters.Count.ShouldBeInRange(Acknowledged, Acknowledged + 1);
        parameters.ShouldBe(Enumerable.Range(0, parameters.Count).Select(i => $"p{i}"), ignoreOrder: true);
        if (parameters.Count == 0)
        {
            return;
        }

        var last = parameters.Count - 1;
        run["tags"]!.AsArray().Single(tag => (string)tag!["key"]! == "at")!["value"]!.GetValue<string>().ShouldBe($"{last}");
        run["metrics"]!.AsArray().Select(metric => (long)metric!["step"]!).ShouldBe(Enumerable.Repeat((long)last, Metrics));
        for (var i = 0; i < Metrics; i++)
        {
            var history = await http.GetFromJsonAsync<JsonNode>($"/api/2.0/mlflow/metrics/get-history?run_id={runId}&metric_key=m{i}");
            history!["metrics"]!.AsArray().Select(point => (int)point!["step"]!).ShouldBe(Enumerable.Range(0, parameters.Count));
        }

        Acknowledged = parameters.Count;
    }
}
