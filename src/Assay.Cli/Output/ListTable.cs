using System.Globalization;
using Assay.Formats;
using Spectre.Console;

namespace Assay.Cli.Output;

/// <summary>Plain tables on standard output.</summary>
internal static class ListTable
{
    public static void Write(IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))) { NoWrap = column is "run" or "id" });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(Terminal.Printable(cell))));
        }

        if (table.Rows.Count == 0)
        {
            Console.WriteLine("(none)");
            return;
        }

        Terminal.Output.Write(table);
    }

    /// <summary>The columns that the width has room for, the first ones first: many narrow columns, each broken over several lines, could not be read.</summary>
    public static void WriteFitting(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows)
    {
        var left = Terminal.Output.Profile.Width;
        var fitting = columns.TakeWhile((column, i) => (left -= rows.Select(row => row[i].Length).Append(column.Length).Max() + 1) >= 0).Count();
        Write([.. columns.Take(Math.Max(1, fitting))], rows.Select(row => row[..Math.Max(1, fitting)]));
    }

    public static void WriteFields(IEnumerable<(string Name, string Value)> fields)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        foreach (var (name, value) in fields)
        {
            grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(Terminal.Printable(value)));
        }

        Terminal.Output.Write(grid);
    }

    public static string Time(long milliseconds) =>
        Moment.Of(milliseconds).ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Figure(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
