using Assay.Benchmarks;
using BenchmarkDotNet.Running;

// `-- quick` prints rates in seconds; anything else goes to BenchmarkDotNet (`-- --filter '*'`).
if (args is ["quick"]) QuickRun.Print();
else BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
