using System.Text.Json;
using Assay.Evaluations;

namespace Assay.Reports.Rows;

/// <summary>A row as a report shows it. Its texts are no longer than a report could ever show, whatever was stored.</summary>
internal sealed record ReportRow
{
    public required EvaluationRow Stored { get; init; }

    public required RowStatus Status { get; init; }

    public required RowChoice Choice { get; init; }

    public ReportText? Input { get; init; }

    public ReportText? Reference { get; init; }

    public ReportText? Output { get; init; }

    public ReportText? Error { get; init; }

    public ReportText? Refusal { get; init; }

    /// <summary>Fields that are not shown as input, reference or output already.</summary>
    public required IReadOnlyList<(string Name, ReportText Value)> Fields { get; init; }

    /// <summary>Scores that say something besides their value.</summary>
    public required IReadOnlyList<(string Scorer, ReportText Reason)> Reasons { get; init; }

    /// <summary>All texts, for measuring.</summary>
    public IEnumerable<ReportText> Texts =>
        new[] { Input, Reference, Output, Error, Refusal }.OfType<ReportText>().Concat(Fields.Select(f => f.Value)).Concat(Reasons.Select(r => r.Reason));

    public static ReportRow Of(EvaluationRow row, RowChoice choice, int limit) => new()
    {
        Stored = Light(row),
        Status = StatusOf(row),
        Choice = choice,
        Input = ReportText.Of(row.Input, limit),
        Reference = ReportText.Of(row.Reference, limit),
        Output = ReportText.Of(row.Answer?.Text, limit),
        Error = ReportText.Of(row.Error, limit),
        Refusal = ReportText.Of(row.Answer?.Refusal, limit),
        Fields = OtherFields(row, limit),
        Reasons = [.. row.Scores.Where(s => s.Reason is not null).Select(s => (s.Scorer, ReportText.Of(s.Reason, limit)!.Value))],
    };

    /// <summary>The row without its long texts, so that they need not stay in memory.</summary>
    private static EvaluationRow Light(EvaluationRow row) => row with
    {
        Fields = "{}",
        Input = null,
        Reference = null,
        Error = null,
        Answer = row.Answer is { } answer ? answer with { Text = null, Refusal = null } : null,
        Scores = [.. row.Scores.Select(s => s with { Reason = null })],
    };

    /// <summary>What became of a row.</summary>
    public static RowStatus StatusOf(EvaluationRow row) => row.Answer switch
    {
        null => RowStatus.Failed,
        _ when row.Error is not null => RowStatus.Failed,
        { Refusal: not null } => RowStatus.Refused,
        { FinishReason: FinishReason.ContentFilter } => RowStatus.Filtered,
        { FinishReason: FinishReason.Length } => RowStatus.Truncated,
        _ => RowStatus.Answered,
    };

    private static List<(string, ReportText)> OtherFields(EvaluationRow row, int limit)
    {
        var others = new List<(string, ReportText)>();
        try
        {
            using var document = JsonDocument.Parse(row.Fields);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return others;
            }

            foreach (var field in document.RootElement.EnumerateObject())
            {
                var text = TextOf(field.Value);
                if (text is not null && text != row.Input && text != row.Reference && text != row.Answer?.Text && text != row.RowId)
                {
                    others.Add((FieldName.Of(field), ReportText.Of(text, limit)!.Value));
                }
            }
        }
        catch (JsonException)
        {
            others.Add(("", ReportText.Of(row.Fields, limit)!.Value));
        }

        return others;
    }

    /// <summary>
    /// A string's characters, or the JSON of anything else; half a surrogate pair, which no string can be made of, stays as it was written.
    /// </summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                _ => value.GetRawText(),
            };
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }
}
