using System.Text.Json.Serialization;

namespace Assay.Results;

/// <summary>How results are written as JSON: snake_case, enumerations as words, NaN and the infinities as strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(EvaluationSummary))]
[JsonSerializable(typeof(GridSummary))]
internal sealed partial class ResultsJson : JsonSerializerContext;
