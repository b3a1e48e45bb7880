using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Formats;

namespace Assay.Models;

/// <summary>What this project writes as JSON of its own: lines of cassettes, and of the exchange with programs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CassetteLine))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(int))]
internal sealed partial class ModelsJson : JsonSerializerContext
{
    /// <summary>The same, with text as people read it: only what JSON must escape is escaped.</summary>
    public static ModelsJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JsonText.Readable,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
    });
}
