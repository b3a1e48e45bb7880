using System.Text.Json.Serialization;

namespace Assay.Wire;

/// <summary>
/// How the messages of Assay's own API are written: snake_case, what is not set left out, NaN and the infinities as text. What is unknown is
/// ignored.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(AppendRowsRequest))]
[JsonSerializable(typeof(EvaluationRowMessage))]
[JsonSerializable(typeof(ReadRowsResponse))]
[JsonSerializable(typeof(RowKeyMessage))]
[JsonSerializable(typeof(RowCountsMessage))]
[JsonSerializable(typeof(RowMatchesMessage))]
[JsonSerializable(typeof(List<ScoreBoundMessage>))]
internal sealed partial class AssayJson : JsonSerializerContext;
