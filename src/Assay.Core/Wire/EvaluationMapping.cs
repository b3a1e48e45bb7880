using Assay.Evaluations;

namespace Assay.Wire;

/// <summary>Rows of evaluations as messages, in both directions, with nothing lost.</summary>
internal static class EvaluationMapping
{
    public static EvaluationRowMessage ToMessage(this EvaluationRow row) => new()
    {
        RowId = row.RowId,
        Repeat = row.Repeat,
        Index = row.Index,
        Digest = row.Digest,
        Fields = row.Fields,
        Input = row.Input,
        Reference = row.Reference,
        Answer = row.Answer?.ToMessage(),
        Error = row.Error,
        LatencySeconds = row.LatencySeconds,
        Scores = row.Scores.Count == 0 ? null : [.. row.Scores.Select(ToMessage)],
        TraceId = row.TraceId,
    };

    public static EvaluationRow ToRow(this EvaluationRowMessage? message) => new()
    {
        RowId = Given(message?.RowId, "row_id"),
        Repeat = message!.Repeat is null or >= 0 ? message.Repeat ?? 0 : throw Refused("'repeat' must be 0 or more"),
        Index = message.Index ?? throw Refused("'index' is missing"),
        Digest = Given(message.Digest, "digest"),
        Fields = Given(message.Fields, "fields"),
        Input = message.Input,
        Reference = message.Reference,
        Answer = message.Answer?.ToAnswer(),
        Error = message.Error,
        LatencySeconds = message.LatencySeconds,
        Scores = message.Scores is null ? [] : message.Scores.ConvertAll(ToScore),
        TraceId = message.TraceId,
    };

    public static ScoreBoundMessage ToMessage(this ScoreBound bound) => new()
    {
        Scorer = bound.Scorer,
        AtLeast = bound.AtLeast,
        AtMost = bound.AtMost,
        Missing = bound.Missing ? true : null,
    };

    public static ScoreBound ToBound(this ScoreBoundMessage? message) =>
        new(Given(message?.Scorer, "scorer"), message!.AtLeast, message.AtMost, message.Missing ?? false);

    private static AnswerMessage ToMessage(this Answer answer) => new()
    {
        Text = answer.Text,
        ToolCalls = answer.ToolCalls.Count == 0
            ? null
            : [.. answer.ToolCalls.Select(call => new ToolCallMessage { Id = call.Id, Name = call.Name, Arguments = call.Arguments })],
        FinishReason = FinishReasonNames.Of(answer.FinishReason),
        Refusal = answer.Refusal,
        FilteredFor = answer.FilteredFor.Count == 0 ? null : [.. answer.FilteredFor],
        Usage = answer.Usage is not { } usage
            ? null
            : new() { Input = usage.Input, Output = usage.Output, Cached = usage.Cached, Reasoning = usage.Reasoning },
        Model = answer.Model,
    };

    private static Answer ToAnswer(this AnswerMessage message) => new()
    {
        Text = message.Text,
        ToolCalls = message.ToolCalls is null
            ? []
            : message.ToolCalls.ConvertAll(call => new ToolCall(call?.Id, Given(call?.Name, "name"), call?.Arguments ?? "")),
        FinishReason = message.FinishReason is null
            ? FinishReason.Stop
            : FinishReasonNames.Parse(message.FinishReason) ?? throw Refused($"finish_reason '{message.FinishReason}' is none of {FinishReasonNames.All}"),
        Refusal = message.Refusal,
        FilteredFor = message.FilteredFor ?? [],
        Usage = message.Usage is not { } usage ? null : new(usage.Input, usage.Output, usage.Cached, usage.Reasoning),
        Model = message.Model,
    };

    private static RowScoreMessage ToMessage(RowScore score) => new() { Scorer = score.Scorer, Value = score.Value, Reason = score.Reason };

    private static RowScore ToScore(RowScoreMessage? message) => new(Given(message?.Scorer, "scorer"), message!.Value, message.Reason);

    private static string Given(string? text, string name) => text ?? throw Refused($"'{name}' is missing");

    private static AssayException Refused(string why) => new(ErrorCode.InvalidParameterValue, $"Invalid row: {why}");
}
