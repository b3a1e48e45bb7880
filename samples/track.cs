#:project ../src/Assay.Client/Assay.Client.csproj
#:project ../src/Assay.Storage/Assay.Storage.csproj
#:property PublishAot=false

// Tracking from C#: a run with settings, metrics, a table, a figure and runs within it.
// Run: dotnet run samples/track.cs
// With MLFLOW_TRACKING_URI=http://… it logs to that server, Assay's or MLflow's; without, to the file track.db.

using Assay.Client;
using Assay.Storage;

await using var client = Environment.GetEnvironmentVariable("MLFLOW_TRACKING_URI") is { Length: > 0 }
    ? await AssayClient.ConnectAsync()
    : new TrackingClient(await EmbeddedStore.OpenAsync(args is [var path] ? path : "track.db"), new() { OwnsStore = true });

await client.SetExperimentAsync("track");

// The run ends as finished, or as failed when the work throws.
await client.RunAsync("square roots", async run =>
{
    await run.LogParamAsync("method", "Newton");
    var rows = new List<object?[]>();
    foreach (var number in (double[])[2, 3, 5])
    {
        // Each number is a run within the run.
        await using var child = await run.StartChildAsync($"root of {number}");
        await child.LogParamAsync("number", number);
        var root = number;
        for (var step = 1; step <= 6; step++)
        {
            root = (root + (number / root)) / 2;
            await child.LogMetricAsync("error", Math.Abs((root * root) - number), step);
        }

        rows.Add([number, root, Math.Sqrt(number)]);
    }

    await run.LogTableAsync(["number", "found", "exact"], rows, "roots.json");
    await run.LogMetricAsync("worst_error", rows.Max(row => Math.Abs((double)row[1]! - (double)row[2]!)));
    await run.LogFigureAsync("""<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="9"/></svg>""", "dot.svg");

    // What could not be logged is thrown here.
    await run.FlushAsync();
    Console.WriteLine($"run {run.RunId} in {client.Store.Location}");
});
