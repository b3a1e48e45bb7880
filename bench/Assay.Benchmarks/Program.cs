using System.Globalization;
using Assay.Benchmarks;
using Assay.Benchmarks.Tracking;
using BenchmarkDotNet.Running;

// `quick` prints rates in seconds; `rows N` prints N rows of recorded answers as JSON lines; `tracking PROGRAM` loads a server with wrk;
// anything else goes to BenchmarkDotNet (`--filter '*'`).
switch (args)
{
    case ["quick"]:
        QuickRun.Print();
        break;
    case ["rows", var count]:
        RecordedRows.Print(int.Parse(count, CultureInfo.InvariantCulture));
        break;
    case ["tracking", .. var arguments]:
        await TrackingLoad.RunAsync(arguments);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
        break;
}
