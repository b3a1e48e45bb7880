using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Storage.Evaluations;

/// <summary>What of an answer is rare: kept together as JSON in one column, null for most rows.</summary>
internal sealed record AnswerDetails(IReadOnlyList<ToolCall>? ToolCalls, string? Refusal, IReadOnlyList<string>? FilteredFor)
{
    public static string? ToJson(Answer answer) => answer.ToolCalls.Count == 0 && answer.Refusal is null && answer.FilteredFor.Count == 0
        ? null
        : JsonSerializer.Serialize(
            new AnswerDetails(
                answer.ToolCalls.Count > 0 ? answer.ToolCalls : null, answer.Refusal, answer.FilteredFor.Count > 0 ? answer.FilteredFor : null),
            StorageJson.Default.AnswerDetails);

    public static AnswerDetails? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize(json, StorageJson.Default.AnswerDetails);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerDetails))]
internal sealed partial class StorageJson : JsonSerializerContext;
