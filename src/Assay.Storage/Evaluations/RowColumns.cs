using System.Data.Common;
using Assay.Evaluations;
using Assay.Storage.Sql;

namespace Assay.Storage.Evaluations;

/// <summary>A row of an evaluation as the columns of its table, in both directions.</summary>
internal static class RowColumns
{
    /// <summary>All columns but the key and the run, in the order in which both directions go.</summary>
    public static readonly string[] Names =
    [
        "row_id", "repeat", "row_index", "failed", "digest", "latency", "finish", "input_tokens", "output_tokens", "cached_tokens", "reasoning_tokens",
        "model", "trace_id", "error", "input", "reference", "answer", "more", "fields",
    ];

    public static object?[] Values(long run, EvaluationRow row)
    {
        var answer = row.Answer;
        return
        [
            run, row.RowId, row.Repeat, row.Index, row.Error is null ? 0 : 1, row.Digest, row.LatencySeconds is double.NaN ? null : row.LatencySeconds,
            (int?)answer?.FinishReason, answer?.Usage?.Input, answer?.Usage?.Output, answer?.Usage?.Cached, answer?.Usage?.Reasoning,
            answer?.Model, row.TraceId, row.Error, row.Input, row.Reference, answer?.Text, answer is null ? null : AnswerDetails.ToJson(answer), row.Fields,
        ];
    }

    /// <summary>Reads a row whose columns begin at the ordinal; its scores are read apart.</summary>
    public static EvaluationRow Read(DbDataReader reader, int first) => new()
    {
        RowId = reader.GetString(first),
        Repeat = reader.GetInt32(first + 1),
        Index = reader.GetInt64(first + 2),
        Digest = reader.GetString(first + 4),
        LatencySeconds = reader.Double(first + 5),
        Answer = reader.IsDBNull(first + 6) ? null : ReadAnswer(reader, first + 6),
        TraceId = reader.Text(first + 12),
        Error = reader.Text(first + 13),
        Input = reader.Text(first + 14),
        Reference = reader.Text(first + 15),
        Fields = reader.GetString(first + 18),
    };

    private static Answer ReadAnswer(DbDataReader reader, int finish)
    {
        var usage = new TokenUsage(reader.Long(finish + 1), reader.Long(finish + 2), reader.Long(finish + 3), reader.Long(finish + 4));
        var details = AnswerDetails.FromJson(reader.Text(finish + 11));
        return new Answer
        {
            FinishReason = (FinishReason)reader.GetInt32(finish),
            Usage = usage is (null, null, null, null) ? null : usage,
            Model = reader.Text(finish + 5),
            Text = reader.Text(finish + 10),
            ToolCalls = details?.ToolCalls ?? [],
            Refusal = details?.Refusal,
            FilteredFor = details?.FilteredFor ?? [],
        };
    }
}
