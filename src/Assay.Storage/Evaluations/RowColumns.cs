using Assay.Evaluations;
using Assay.Storage.Sql;
using static Assay.Storage.Sql.SqlColumn;

namespace Assay.Storage.Evaluations;

/// <summary>A row of an evaluation as the columns of its table, in both directions.</summary>
internal static class RowColumns
{
    /// <summary>All columns but the key and the run, in the order in which both directions go.</summary>
    public static readonly SqlColumn[] All =
    [
        Text("row_id"), Integer("repeat"), Integer("row_index"), Integer("failed"), Text("digest"), Real("latency"), Integer("finish"),
        Integer("input_tokens"), Integer("output_tokens"), Integer("cached_tokens"), Integer("reasoning_tokens"), Text("model"), Text("trace_id"),
        Text("error"), Text("input"), Text("reference"), Text("answer"), Text("more"), Text("fields"),
    ];

    public static readonly string[] Names = [.. All.Select(column => column.Name)];

    /// <summary>The columns' values, after a key that comes first.</summary>
    public static object?[] Values(long first, EvaluationRow row)
    {
        var answer = row.Answer;
        return
        [
            first, row.RowId, row.Repeat, row.Index, row.Error is null ? 0 : 1, row.Digest, row.LatencySeconds is double.NaN ? null : row.LatencySeconds,
            (int?)answer?.FinishReason, answer?.Usage?.Input, answer?.Usage?.Output, answer?.Usage?.Cached, answer?.Usage?.Reasoning,
            answer?.Model, row.TraceId, row.Error, row.Input, row.Reference, answer?.Text, answer is null ? null : AnswerDetails.ToJson(answer), row.Fields,
        ];
    }

    /// <summary>Reads a row whose columns begin at the ordinal; its scores are read apart.</summary>
    public static EvaluationRow Read(SqlRow row, int first) => new()
    {
        RowId = row.Text(first),
        Repeat = row.Int(first + 1),
        Index = row.Long(first + 2),
        Digest = row.Text(first + 4),
        LatencySeconds = row.DoubleOrNull(first + 5),
        Answer = row.IsNull(first + 6) ? null : ReadAnswer(row, first + 6),
        TraceId = row.TextOrNull(first + 12),
        Error = row.TextOrNull(first + 13),
        Input = row.TextOrNull(first + 14),
        Reference = row.TextOrNull(first + 15),
        Fields = row.Text(first + 18),
    };

    private static Answer ReadAnswer(SqlRow row, int finish)
    {
        var usage = new TokenUsage(row.LongOrNull(finish + 1), row.LongOrNull(finish + 2), row.LongOrNull(finish + 3), row.LongOrNull(finish + 4));
        var details = AnswerDetails.FromJson(row.TextOrNull(finish + 11));
        return new Answer
        {
            FinishReason = (FinishReason)row.Int(finish),
            Usage = usage is (null, null, null, null) ? null : usage,
            Model = row.TextOrNull(finish + 5),
            Text = row.TextOrNull(finish + 10),
            ToolCalls = details?.ToolCalls ?? [],
            Refusal = details?.Refusal,
            FilteredFor = details?.FilteredFor ?? [],
        };
    }
}
