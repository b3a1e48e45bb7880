using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Assay.Benchmarks")]
[assembly: InternalsVisibleTo("Assay.Server")]
[assembly: InternalsVisibleTo("Assay.Tests")]
[assembly: InternalsVisibleTo("Assay.Toxicity.Training")]
