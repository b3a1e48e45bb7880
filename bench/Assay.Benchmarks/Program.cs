using System.Globalization;
using Assay.Benchmarks;
using Assay.Benchmarks.Growth;
using Assay.Benchmarks.Simulations;
using Assay.Benchmarks.Tracking;
using BenchmarkDotNet.Running;

// `quick` prints rates in seconds, `overlap` those of comparisons with references alone; `resamples` what a bootstrap of figures of all rows
// costs; `rows N` prints N rows of recorded answers as JSON lines; `tracking PROGRAM` loads a server with wrk;
// `store ADDRESS` a store without one; `growth ADDRESS [RUNS [POINTS]]` adds to a store until it is large and measures searches in it;
// `charts ADDRESS [POINTS [ROWS]]` fills an empty store and measures what charts and tables of rows ask of it;
// `simulate intervals` how often intervals hold what they should (with --fast, roughly; with --figures, only those that are not of means);
// `simulate tests [--fast] [--into FILE.md]` simulates paired tests and their intervals (into the page's part of that name, else printed);
// anything else goes to BenchmarkDotNet (`--filter '*'`).
switch (args)
{
    case ["quick"]:
        QuickRun.Print();
        await OverlapRates.PrintAsync();
        await LocalModelRates.PrintAsync();
        break;
    case ["overlap"]:
        RougeRates.Print(QuickRun.Rate);
        await OverlapRates.PrintAsync();
        break;
    case ["resamples"]:
        await ResampleRates.PrintAsync();
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
    case ["simulate", "tests", .. var how]:
        MarkdownPage.Write(how.Contains("--into") ? how[Array.IndexOf(how, "--into") + 1] : null, "paired", page => new PairedSimulation(how.Contains("--fast"), page).Run());
        break;
    case ["growth", var store, .. var counts]:
        await GrowthRun.RunAsync(store, Count(counts, 0, 100_000), Count(counts, 1, 0));
        break;
    case ["charts", var address, .. var counts]:
        await ChartRun.RunAsync(address, Count(counts, 0, 10_000_000), Count(counts, 1, 100_000));
        break;
    case ["simulate", "intervals", .. var how]:
        IntervalSimulation.Print(fast: how.Contains("--fast"), figures: how.Contains("--figures"));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
        break;
}

static int Count(string[] counts, int index, int otherwise) =>
    index < counts.Length ? int.Parse(counts[index], CultureInfo.InvariantCulture) : otherwise;
