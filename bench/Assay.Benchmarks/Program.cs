using System.Globalization;
using Assay.Benchmarks;
using BenchmarkDotNet.Running;

// `quick` prints rates in seconds; `rows N` prints N rows of recorded answers as JSON lines; anything else goes to BenchmarkDotNet (`--filter '*'`).
switch (args)
{
    case ["quick"]:
        QuickRun.Print();
        break;
    case ["rows", var count]:
        RecordedRows.Print(int.Parse(count, CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
        break;
}
