using System.Text.Json;
using Assay.Data;
using Assay.Evaluations;

namespace Assay.Comparisons;

/// <summary>What tells rows of one run from each other, and finds the same rows in another: their ids, or what they hold.</summary>
/// <param name="leftOut">A column that is no part of what a row holds: the recorded answers.</param>
/// <param name="byContent">Whether rows are known by what they hold.</param>
/// <param name="groupColumn">The column of the group that a row belongs to.</param>
internal sealed class RowKeys(string? leftOut, bool byContent, string? groupColumn)
{
    private readonly ContentDigest _digests = new();
    private readonly Dictionary<(UInt128 Digest, int Repeat), int> _occurrences = [];

    public UInt128 Of(EvaluationRow row)
    {
        if (!byContent) return _digests.Compute(row.RowId);
        var digest = Content(row);
        var occurrence = _occurrences[(digest, row.Repeat)] = _occurrences.GetValueOrDefault((digest, row.Repeat)) + 1;
        return digest + (UInt128)(occurrence - 1);
    }

    public UInt128 GroupOf(EvaluationRow row)
    {
        using var fields = JsonDocument.Parse(row.Fields);
        return fields.RootElement.TryGetProperty(groupColumn!, out var value) && FieldValue.FromJson(value).Text is { } text
            ? _digests.Compute(text)
            : throw new BadInputException($"--group: row {row.Index + 1} of the run has no value in the column \"{groupColumn}\"; name a column that every row has");
    }

    private UInt128 Content(EvaluationRow row)
    {
        using var fields = JsonDocument.Parse(row.Fields);
        try
        {
            var kept = fields.RootElement.EnumerateObject().Where(field => field.Name != leftOut)
                .OrderBy(field => field.Name, StringComparer.Ordinal).ToList();
            return _digests.Compute([.. kept.Select(field => field.Name)], [.. kept.Select(field => FieldValue.FromJson(field.Value))]);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, of which no string can be made: such a row is known by what is written.
            return _digests.Compute(row.Fields);
        }
    }
}
