using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>Runs for tests of the pages that show them.</summary>
internal static class LoggedRuns
{
    /// <summary>A run of the first experiment; without a model where none is named.</summary>
    public static async Task<Run> LogAsync(LoopbackServer server, string name, double accuracy, string? model, params Tag[] tags)
    {
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", name) { Tags = tags }, TestContext.Current.CancellationToken);
        var batch = new RunBatch { Metrics = [new Metric("accuracy", accuracy, 1)], Params = model is null ? [] : [new Param("model", model)] };
        await server.Store.Tracking.LogBatchAsync(run.RunId, batch, TestContext.Current.CancellationToken);
        return run;
    }

    /// <summary>A run as it is now.</summary>
    public static Task<Run> ReadAsync(LoopbackServer server, Run run) => server.Store.Tracking.GetRunAsync(run.RunId, TestContext.Current.CancellationToken);

    /// <summary>The value of a run's tag; null for none.</summary>
    public static async Task<string?> TagAsync(LoopbackServer server, Run run, string key) =>
        (await ReadAsync(server, run)).Tags.FirstOrDefault(tag => tag.Key == key)?.Value;
}
