using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assay.Tests;

namespace Assay.Server.Tests.Durability;

/// <summary>A server whose disk is truly full says so, keeps what it acknowledged and nothing else, and goes on when there is room.</summary>
public sealed class FullDiskTests
{
    private const int Points = 500;

    [Fact]
    public async Task A_full_disk_is_an_error_to_the_client_until_there_is_room()
    {
        using var disk = new SmallDisk(6_000_000);
        await using var server = new ServerProcess(disk.Folder, disk.Folder["assay.db"]);
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        var run = (await http.GetFromJsonAsync<JsonNode>($"/api/2.0/mlflow/runs/get?run_id={await CreateRunAsync(http)}", Cancel))!["run"]!["info"]!;
        var (runId, root) = ((string)run["run_id"]!, ((string)run["artifact_uri"]!).Replace("mlflow-artifacts:/", "", StringComparison.Ordinal));
        var ballast = disk.Folder.Write("ballast", new byte[1_500_000]);

        var acknowledged = await FillAsync(http, runId);

        acknowledged.ShouldBeGreaterThan(0);
        await ShouldBeUnavailableAsync(await UploadAsync(http, root, "big.bin", 3_000_000));
        (await HistoryAsync(http, runId)).ShouldBe(Enumerable.Range(0, acknowledged * Points));
        Uploaded(disk).ShouldBeEmpty();

        File.Delete(ballast);
        await LogAsync(http, runId, acknowledged, HttpStatusCode.OK);
        (await UploadAsync(http, root, "small.bin", 1_000)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Uploaded(disk).ShouldBe(["small.bin"]);
        await server.KillAsync();
        await server.StartAsync();
        (await HistoryAsync(http, runId)).ShouldBe(Enumerable.Range(0, (acknowledged + 1) * Points));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<string> CreateRunAsync(HttpClient http)
    {
        using var response = await http.PostAsJsonAsync("/api/2.0/mlflow/runs/create", new { experiment_id = "0" }, Cancel);
        return (string)(await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["run"]!["info"]!["run_id"]!;
    }

    /// <summary>Logs batches until one is refused for want of room. Gives the number of those that were not.</summary>
    private static async Task<int> FillAsync(HttpClient http, string runId)
    {
        for (var batch = 0; batch < 1_000; batch++)
        {
            using var response = await PostAsync(http, runId, batch);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                await ShouldBeUnavailableAsync(response);
                return batch;
            }
        }

        throw new InvalidOperationException("The disk was never full.");
    }

    private static async Task LogAsync(HttpClient http, string runId, int batch, HttpStatusCode expected)
    {
        using var response = await PostAsync(http, runId, batch);
        response.StatusCode.ShouldBe(expected, await response.Content.ReadAsStringAsync(Cancel));
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string runId, int batch) =>
        http.PostAsJsonAsync("/api/2.0/mlflow/runs/log-batch", new
        {
            run_id = runId,
            metrics = Enumerable.Range(batch * Points, Points).Select(step => new { key = "m", value = step, timestamp = step, step }),
        }, Cancel);

    private static Task<HttpResponseMessage> UploadAsync(HttpClient http, string root, string name, int bytes) =>
        http.PutAsync($"/api/2.0/mlflow-artifacts/artifacts/{root}/{name}", new ByteArrayContent(new byte[bytes]), Cancel);

    private static async Task ShouldBeUnavailableAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, text);
        ((string?)JsonNode.Parse(text)!["error_code"]).ShouldBe("TEMPORARILY_UNAVAILABLE");
    }

    private static async Task<IEnumerable<int>> HistoryAsync(HttpClient http, string runId)
    {
        var steps = new List<int>();
        string? token = null;
        do
        {
            var page = await http.GetFromJsonAsync<JsonNode>($"/api/2.0/mlflow/metrics/get-history?run_id={runId}&metric_key=m&page_token={token}", Cancel);
            steps.AddRange(page!["metrics"]!.AsArray().Select(point => (int)point!["step"]!));
            token = (string?)page["next_page_token"];
        }
        while (!string.IsNullOrEmpty(token));
        return steps;
    }

    /// <summary>Every file below the artifacts' folder, whatever it is called.</summary>
    private static IEnumerable<string?> Uploaded(SmallDisk disk) =>
        Directory.Exists(disk.Folder["artifacts"])
            ? Directory.EnumerateFiles(disk.Folder["artifacts"], "*", SearchOption.AllDirectories).Select(Path.GetFileName)
            : [];
}
