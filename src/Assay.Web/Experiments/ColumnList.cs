namespace Assay.Web.Experiments;

/// <summary>Columns in an order, as one text of addresses and cookies: joined by commas; a comma of a key is written <c>%2C</c>, a percent sign <c>%25</c>.</summary>
internal static class ColumnList
{
    /// <summary>The most columns that a table has.</summary>
    public const int Most = 40;

    /// <summary>Says in an address that the table shows what the pages choose.</summary>
    public const string Chosen = "auto";

    public static string Write(IEnumerable<RunColumn> columns) => string.Join(',', columns.Select(column =>
        column.Text.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)));

    /// <summary>The columns of a text, each once; what is no column is left out. Null when nothing is left.</summary>
    public static IReadOnlyList<RunColumn>? Read(string? text)
    {
        var columns = Distinct((text ?? "").Split(',').Select(part => part
            .Replace("%2C", ",", StringComparison.OrdinalIgnoreCase).Replace("%25", "%", StringComparison.Ordinal)));
        return columns.Count > 0 ? columns : null;
    }

    /// <summary>The columns of texts, each once.</summary>
    public static IReadOnlyList<RunColumn> Distinct(IEnumerable<string> texts) =>
        [.. texts.Select(RunColumn.Find).OfType<RunColumn>().Where(column => column != RunColumn.Name).Distinct().Take(Most)];

    /// <summary>A column one place further to the front or the end.</summary>
    public static IReadOnlyList<RunColumn> Move(IReadOnlyList<RunColumn> columns, RunColumn? column, int by)
    {
        var moved = columns.ToList();
        var from = column is null ? -1 : moved.IndexOf(column);
        var to = from + by;
        if (from < 0 || to < 0 || to >= moved.Count) return columns;
        (moved[from], moved[to]) = (moved[to], moved[from]);
        return moved;
    }
}
