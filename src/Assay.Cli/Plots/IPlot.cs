using System.Text.Json;

namespace Assay.Cli.Plots;

/// <summary>A chart in three forms: a picture, text for a terminal, and the numbers behind it.</summary>
internal interface IPlot
{
    string Title { get; }

    /// <summary>What it comes to, a sentence each.</summary>
    IReadOnlyList<string> Found { get; }

    /// <summary>What to know before believing it, a sentence each.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>The chart as SVG, without heading and ground.</summary>
    string Svg();

    /// <summary>The chart for a terminal of 80 columns.</summary>
    void WriteText();

    /// <summary>The members of the object that holds its numbers.</summary>
    void WriteJson(Utf8JsonWriter json);
}
