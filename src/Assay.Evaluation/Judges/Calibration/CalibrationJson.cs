using System.Text.Json.Serialization;

namespace Assay.Judges.Calibration;

/// <summary>How calibrations are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(JudgeCalibration))]
[JsonSerializable(typeof(CalibrationNote))]
[JsonSerializable(typeof(Dictionary<string, JudgeCalibration>))]
internal sealed partial class CalibrationJson : JsonSerializerContext;
