using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Formats;

namespace Assay.Judges;

/// <summary>The form of a judge's answer: a JSON object of a reason and a step of the scale, in words and as a JSON schema.</summary>
internal static class JudgeForm
{
    public const string Reason = "reason";

    /// <summary>The form for people and models without schemas.</summary>
    public static string Describe(JudgeDefinition judge)
    {
        var steps = string.Join(", ", judge.Scale.Select(step => judge.IsNumeric ? step.Answer : $"\"{step.Answer}\""));
        return $$"""{"{{Reason}}": "why, in one to three sentences", "{{judge.Field}}": one of {{steps}}}""";
    }

    /// <summary>A judgement in this form, on one line.</summary>
    public static string Write(JudgeDefinition judge, string answer, string reason)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonText.Readable }))
        {
            json.WriteStartObject();
            json.WriteString(Reason, reason);
            json.WritePropertyName(judge.Field);
            if (judge.IsNumeric)
            {
                json.WriteRawValue(answer);
            }
            else
            {
                json.WriteStringValue(answer);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What the field <c>response_format</c> of a request holds the service to.</summary>
    public static JsonElement ResponseFormat(JudgeDefinition judge)
    {
        var steps = new JsonArray([.. judge.Scale.Select(step => judge.IsNumeric ? JsonNode.Parse(step.Answer) : JsonValue.Create(step.Answer))]);
        var format = new JsonObject
        {
            ["type"] = "json_schema",
            ["json_schema"] = new JsonObject
            {
                ["name"] = "judgement",
                ["strict"] = true,
                ["schema"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        [Reason] = new JsonObject { ["type"] = "string" },
                        [judge.Field] = new JsonObject { ["type"] = judge.IsNumeric ? "integer" : "string", ["enum"] = steps },
                    },
                    ["required"] = new JsonArray(Reason, judge.Field),
                    ["additionalProperties"] = false,
                },
            },
        };
        return JsonElement.Parse(format.ToJsonString());
    }
}
