using System.Text.Json;
using Assay.Overlap;
using Assay.Tests.Golden;

namespace Assay.Tests.Overlap;

/// <summary>Reads segments, parameters and expected figures out of golden records.</summary>
internal static class GoldenSegments
{
    public static IReadOnlyList<(string Hypothesis, IReadOnlyList<string> References)> Of(JsonElement record)
    {
        var input = record.GetProperty("input");
        return input.TryGetProperty("prediction", out var prediction)
            ? [(prediction.GetString()!, Texts(input.GetProperty("references")))]
            : [.. input.GetProperty("predictions").EnumerateArray().Zip(
                input.GetProperty("references").EnumerateArray(), (text, references) => (text.GetString()!, Texts(references)))];
    }

    public static IEnumerable<(JsonElement Parameters, JsonElement Expected)> Cases(JsonElement record, string name) =>
        record.GetProperty(name).EnumerateArray().Select(item => (item.GetProperty("params"), item.GetProperty("expected")));

    public static bool Flag(this JsonElement parameters, string name) => parameters.TryGetProperty(name, out var value) && value.GetBoolean();

    public static int Whole(this JsonElement parameters, string name, int otherwise) =>
        parameters.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;

    public static SacreBleu SacreBleu(JsonElement parameters) => new(new SacreBleuOptions
    {
        Tokenize = parameters.GetProperty("tokenize").GetString()!,
        Smoothing = parameters.TryGetProperty("smooth_method", out var smoothing)
            ? smoothing.GetString() switch { "floor" => BleuSmoothing.Floor, "add-k" => BleuSmoothing.AddK, "none" => BleuSmoothing.None, _ => BleuSmoothing.Exp }
            : BleuSmoothing.Exp,
        SmoothValue = parameters.TryGetProperty("smooth_value", out var value) ? value.GetDouble() : null,
        Lowercase = parameters.Flag("lowercase"),
        EffectiveOrder = parameters.Flag("effective_order"),
        MaxOrder = parameters.Whole("max_ngram_order", 4),
    });

    public static string? Compare(JsonElement record, JsonElement parameters, BleuScore actual, JsonElement expected)
    {
        var agrees = GoldenFile.Agrees(actual.Score, expected.GetProperty("score").GetDouble())
            && GoldenFile.Agrees(actual.BrevityPenalty, expected.GetProperty("bp").GetDouble())
            && actual.HypothesisLength == expected.GetProperty("sys_len").GetInt64()
            && actual.ReferenceLength == expected.GetProperty("ref_len").GetInt64()
            && actual.Counts.SequenceEqual(Numbers(expected.GetProperty("counts")))
            && actual.Totals.SequenceEqual(Numbers(expected.GetProperty("totals")))
            && actual.Precisions.Zip(Numbers(expected.GetProperty("precisions"))).All(pair => GoldenFile.Agrees(pair.First, pair.Second));
        return agrees ? null : $"{record.GetProperty("id")} {parameters}: {actual} for {expected}";
    }

    public static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
