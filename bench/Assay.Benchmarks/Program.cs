using System.Globalization;
using Assay.Benchmarks;
using Assay.Benchmarks.Growth;
using Assay.Benchmarks.Tracking;
using BenchmarkDotNet.Running;

// `quick` prints rates in seconds, `overlap` those of comparisons alone; `rows N` prints N rows of recorded answers as JSON lines; `tracking PROGRAM` loads a server with wrk;
// `store ADDRESS` a store without one; `growth STORE.db [RUNS [POINTS]]` adds to a store until it is large and measures searches in it;
// anything else goes to BenchmarkDotNet (`--filter '*'`).
switch (args)
{
    case ["quick"]:
        QuickRun.Print();
        break;
    case ["overlap"]:
        OverlapRates.Print(QuickRun.Rate);
        break;
    case ["rows", var count]:
        RecordedRows.Print(int.Parse(count, CultureInfo.InvariantCulture));
        break;
    case ["store", var address, .. var rest]:
        await StoreLoad.RunAsync(address, rest is [var seconds] ? double.Parse(seconds, CultureInfo.InvariantCulture) : 3);
        break;
    case ["tracking", .. var arguments]:
        await TrackingLoad.RunAsync(arguments);
        break;
    case ["growth", var store, .. var counts]:
        await GrowthRun.RunAsync(store, Count(counts, 0, 100_000), Count(counts, 1, 0));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
        break;
}

static int Count(string[] counts, int index, int otherwise) =>
    index < counts.Length ? int.Parse(counts[index], CultureInfo.InvariantCulture) : otherwise;
