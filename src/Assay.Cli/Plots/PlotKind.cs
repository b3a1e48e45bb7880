namespace Assay.Cli.Plots;

/// <summary>What a chart shows.</summary>
internal enum PlotKind
{
    /// <summary>How the scores of one run spread.</summary>
    Histogram,

    /// <summary>A figure of several runs, or several figures of one, each with its interval.</summary>
    Bars,

    /// <summary>Which label was taken for which.</summary>
    Confusion,

    /// <summary>What differs between runs, row by row.</summary>
    Differences,

    /// <summary>Quality against cost.</summary>
    Cost,

    /// <summary>Quality against time.</summary>
    Time,
}
