using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.Filters;

namespace Assay.Web.Experiments;

/// <summary>A page of the runs of an experiment, as a table shows it.</summary>
public sealed record RunTable
{
    /// <summary>What was asked for.</summary>
    public required RunTableState State { get; init; }

    /// <summary>The columns behind the run's name.</summary>
    public IReadOnlyList<RunColumn> Columns { get; init; } = [];

    /// <summary>The runs.</summary>
    public IReadOnlyList<RunRow> Rows { get; init; } = [];

    /// <summary>The token of the next page; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>How many runs the search finds on all pages; null when the store cannot tell.</summary>
    public long? Count { get; init; }

    /// <summary>Whether children stand below their parents, and only parents are pages' rows.</summary>
    public bool IsNested { get; init; }

    /// <summary>Whether some runs of the experiment have parents.</summary>
    public bool HasChildren { get; init; }

    /// <summary>What is wrong with the filter; null for nothing.</summary>
    internal FilterMistake? Mistake { get; init; }

    /// <summary>
    /// Where the window is narrow, what these columns say stands in a line below the run's name instead, so that the figures are seen. None of those
    /// that somebody chose.
    /// </summary>
    public IReadOnlyList<RunColumn> BelowName =>
        State.Columns is null ? [.. Columns.Where(column => column is { Kind: ColumnKind.Attribute, Key: "status" or "started" })] : [];

    /// <summary>A short text that is another one when anything that is shown is.</summary>
    public string Version()
    {
        var shown = new StringBuilder();
        shown.Append(CultureInfo.InvariantCulture, $"{ColumnList.Write(Columns)}|{Count}");
        foreach (var row in Rows)
        {
            var run = row.Run;
            shown.Append(CultureInfo.InvariantCulture, $"\n{run.RunId}|{run.RunName}|{run.Status}|{run.StartTime}|{run.EndTime}|{row.Children.Count}|{row.Evaluation is null}");
            foreach (var column in Columns)
            {
                shown.Append('|').Append(column.Kind == ColumnKind.Metric
                    ? row.Metric(column.Key)?.ToString("R", CultureInfo.InvariantCulture) : row.Text(column));
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())).AsSpan(0, 8));
    }
}
