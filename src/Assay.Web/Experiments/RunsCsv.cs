using System.Globalization;
using Assay.Formats;

namespace Assay.Web.Experiments;

/// <summary>
/// The runs of a search, of all its pages, as a file of comma-separated values (RFC 4180) with the columns of the table, in its order: read page by
/// page, never all at once. Numbers are written for programs, whatever the reader's language.
/// </summary>
internal static class RunsCsv
{
    private const int PageSize = 1000;

    public static async Task WriteAsync(
        IAssayStore store, RunTableState state, IReadOnlyList<RunColumn> columns, TextWriter writer, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(Line(["run_id", "name", .. columns.Select(column => column.Text)])).ConfigureAwait(false);
        var fields = RunTableReader.FieldsOf(columns);
        string? token = null;
        do
        {
            var page = await store.Tracking.SearchRunsAsync(state.Query(fields, PageSize) with { PageToken = token }, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items.Select(run => new RunRow(run)))
            {
                await writer.WriteAsync(Line([row.Run.RunId, row.Run.RunName, .. columns.Select(column => Value(row, column))])).ConfigureAwait(false);
            }

            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            token = page.NextPageToken;
        }
        while (token is not null);
    }

    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>
    /// A cell. A text that a spreadsheet would take for a formula, also by the wide forms of its signs, gets an apostrophe before it, which spreadsheets
    /// take for the mark of a text; a number stays one.
    /// </summary>
    public static string Cell(string? text)
    {
        text ??= "";
        var isFormula = text is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n', ..]
            && !double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out _);
        var safe = isFormula ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string? Value(RunRow row, RunColumn column) => column switch
    {
        { Kind: ColumnKind.Metric } => row.Metric(column.Key)?.ToString("R", CultureInfo.InvariantCulture),
        { Kind: ColumnKind.Attribute, Key: "status" } => row.Run.Status.ToString().ToUpperInvariant(),
        { Kind: ColumnKind.Attribute, Key: "started" } => Moment.Of(row.Run.StartTime).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        { Kind: ColumnKind.Attribute, Key: "duration" } => row.Run.EndTime is { } end
            ? ((end - row.Run.StartTime) / 1000.0).ToString(CultureInfo.InvariantCulture) : null,
        _ => row.Text(column),
    };
}
