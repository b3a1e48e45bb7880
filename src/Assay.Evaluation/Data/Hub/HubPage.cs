using System.Text.Json;

namespace Assay.Data.Hub;

/// <summary>One answer of the row service: up to a hundred rows, the columns, and how many rows the split has.</summary>
internal sealed record HubPage(HubColumns Columns, IReadOnlyList<RawRow> Rows, IReadOnlyList<bool> Cut, long Total, bool IsPartial)
{
    /// <summary>The most rows that the service gives at a time.</summary>
    public const int Size = 100;

    /// <summary>Reads an answer that begins at a row; null when it is none, or not whole.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="first">The place of its first row.</param>
    /// <param name="columns">The columns, when they are known; rows share their names.</param>
    /// <param name="labelNames">Whether names of classes are wanted.</param>
    public static HubPage? TryParse(byte[] body, long first, HubColumns? columns, bool labelNames)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            columns ??= HubColumns.Of(root.GetProperty("features"), labelNames);
            var total = root.GetProperty("num_rows_total").GetInt64();
            var rows = new List<RawRow>(Size);
            var cut = new List<bool>(Size);
            foreach (var item in root.GetProperty("rows").EnumerateArray())
            {
                if (item.GetProperty("row_idx").GetInt64() != first + rows.Count)
                {
                    return null;
                }

                rows.Add(new RawRow(first + rows.Count + 1, columns.Names, columns.Values(item.GetProperty("row"))));
                cut.Add(item.TryGetProperty("truncated_cells", out var cells) && cells.ValueKind == JsonValueKind.Array && cells.GetArrayLength() > 0);
            }

            var isPartial = root.TryGetProperty("partial", out var partial) && partial.ValueKind == JsonValueKind.True;
            return rows.Count == Math.Clamp(total - first, 0, Size) ? new HubPage(columns, rows, cut, total, isPartial) : null;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
