using System.Globalization;
using Assay.Tracking;

namespace Assay.Benchmarks.Growth;

/// <summary>What else makes a store hard for pages: 1,000 experiments of 20 runs, 100 children of one run, and 50 runs of 12,000 metrics each.</summary>
internal static class CrowdedStore
{
    public const int Keys = 12_000;
    private const int Experiments = 1000;
    private const int RunsOfEach = 20;
    private const int Children = 100;
    private const int WideRuns = 50;
    private const int AtOnce = 1000;
    private const string Wide = "wide";

    public static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"group_{number / 100:000}/metric_{number:00000}");

    /// <summary>Adds what is missing; gives the experiment of the runs of many metrics.</summary>
    public static async Task<string> BuildAsync(ITrackingStore store)
    {
        if (await store.FindExperimentAsync(Wide) is { } there)
        {
            return there.ExperimentId;
        }

        var many = new ParallelOptions { MaxDegreeOfParallelism = 32 };
        await Parallel.ForEachAsync(Enumerable.Range(0, Experiments), many, async (number, cancel) =>
        {
            var experiment = await store.CreateExperimentAsync(new NewExperiment($"experiment {number}"), cancel);
            for (var run = 0; run < RunsOfEach; run++)
            {
                await store.CreateRunAsync(new NewRun(experiment.ExperimentId, StartTime: 1_700_000_000_000 + (((run * Experiments) + number) * 4000L)), cancel);
            }
        });
        await Parallel.ForEachAsync(Enumerable.Range(0, Children), many, async (number, cancel) =>
            await store.CreateRunAsync(new NewRun("0", $"child-{number}", Tags: [new Tag("mlflow.parentRunId", GrownStore.RunId(1))]), cancel));
        var wide = await store.CreateExperimentAsync(new NewExperiment(Wide));
        await Parallel.ForEachAsync(Enumerable.Range(0, WideRuns), many, async (number, cancel) => await WideRunAsync(store, wide.ExperimentId, number, cancel));
        return wide.ExperimentId;
    }

    private static async Task WideRunAsync(ITrackingStore store, string experiment, int number, CancellationToken cancel)
    {
        var run = await store.CreateRunAsync(new NewRun(experiment), cancel);
        foreach (var part in Enumerable.Range(0, Keys).Chunk(AtOnce))
        {
            await store.LogBatchAsync(run.RunId, new RunBatch { Metrics = [.. part.Select(key => new Metric(Key(key), number + key, 1))] }, cancel);
        }
    }
}
