using Assay.Tracking;

namespace Assay.Conformance.Tests.Pages;

/// <summary>Runs for tests of the pages that show them.</summary>
internal static class ExperimentRuns
{
    public static async Task<Run> LogAsync(PageSession session, string name, double accuracy, string model, string experiment = "0")
    {
        var run = await session.Store.Tracking.CreateRunAsync(new NewRun(experiment, name), TestContext.Current.CancellationToken);
        var batch = new RunBatch { Metrics = [new Metric("accuracy", accuracy, 1)], Params = [new Param("model", model)] };
        await session.Store.Tracking.LogBatchAsync(run.RunId, batch, TestContext.Current.CancellationToken);
        await session.Store.Tracking.UpdateRunAsync(
            run.RunId, new RunUpdate(RunStatus.Finished, run.StartTime + 1000), TestContext.Current.CancellationToken);
        return run;
    }
}
