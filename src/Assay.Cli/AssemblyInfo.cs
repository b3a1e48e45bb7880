using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Assay.Tests")]
