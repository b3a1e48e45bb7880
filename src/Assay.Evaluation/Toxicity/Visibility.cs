using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Assay.Toxicity.Training")]
[assembly: InternalsVisibleTo("Assay.Tests")]
