using Assay.Charts;
using Assay.Cli.Output;
using Assay.Reports;
using Assay.Reports.Figures;
using Assay.Reports.Languages;
using Assay.Statistics;
using Spectre.Console;

namespace Assay.Cli.Plots;

/// <summary>How charts write numbers and names, and the table that they are in a terminal.</summary>
internal static class PlotText
{
    /// <summary>The columns that a name may take, so that the rest of a line has room in 80.</summary>
    public const int LongestName = 26;

    public static FigureFormat Format { get; } = FigureFormat.For(ReportLanguage.En);

    public static Notation Numbers => Format.Notation;

    public static string Name(string name) => ShortText.Middle(Terminal.Printable(name), LongestName);

    public static string Signed(double value, int decimals) => (value > 0 ? "+" : "") + Numbers.Number(value, decimals);

    /// <summary>The ends of an interval, an open one at the end of the axis.</summary>
    public static (double Low, double High)? Ends(Interval? interval, double low, double high) => interval is { } known
        ? (double.IsFinite(known.Low) ? known.Low : low, double.IsFinite(known.High) ? known.High : high)
        : null;

    /// <summary>Lines in columns; nothing is wrapped.</summary>
    public static void WriteTable(IReadOnlyList<bool> isNumber, IEnumerable<string[]> lines, string[]? headings = null)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = headings is not null };
        for (var i = 0; i < isNumber.Count; i++)
        {
            table.AddColumn(new TableColumn(new Text(headings?[i] ?? ""))
            {
                Alignment = isNumber[i] ? Justify.Right : Justify.Left, NoWrap = true, Padding = new Padding(0, 0, i == isNumber.Count - 1 ? 0 : 1, 0),
            });
        }

        foreach (var line in lines)
        {
            table.AddRow(line.Select(cell => new Text(cell)));
        }

        Terminal.Output.Write(table);
    }
}
