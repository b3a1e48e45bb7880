using System.Text.Json;
using Assay.Classification;
using Assay.Tests.Golden;

namespace Assay.Tests.Classification;

/// <summary>A golden record of labels, as class numbers.</summary>
internal sealed class ClassificationRecord
{
    public ClassificationRecord(JsonElement record)
    {
        Record = record;
        var input = record.GetProperty("input");
        Labels = Texts(input.GetProperty("labels"));
        Truth = Numbers(Texts(input.GetProperty("y_true")), Labels);
        Predicted = Numbers(Texts(input.GetProperty("y_pred")), Labels);
        Rows = [.. Enumerable.Range(0, Truth.Length)];
        Counts = ClassCounts.Of(Truth, Predicted, Labels.Length, Rows);
        if (input.TryGetProperty("proba", out var probabilities) && probabilities.ValueKind == JsonValueKind.Array)
            Probabilities = [.. probabilities.EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())];
    }

    public JsonElement Record { get; }

    public string[] Labels { get; }

    public int[] Truth { get; }

    public int[] Predicted { get; }

    public int[] Rows { get; }

    public ClassCounts Counts { get; }

    public double[][]? Probabilities { get; }

    public static IEnumerable<ClassificationRecord> All() =>
        GoldenFile.Read("classification", record => record.GetProperty("metric").GetString() == "classification").Select(record => new ClassificationRecord(record));

    public static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(value => value.ToString())];

    /// <summary>What differs from the expected figure; one that the reference refuses is expected to be NaN here.</summary>
    public string? Check(string what, JsonElement expected, double actual)
    {
        var number = expected.ValueKind == JsonValueKind.Object ? double.NaN : expected.Number();
        return GoldenFile.Agrees(actual, number) || Math.Abs(actual - number) < 1e-15 ? null : $"{Record.GetProperty("id")} {what}: {actual} for {number}";
    }

    private static int[] Numbers(string[] values, string[] labels) => Array.ConvertAll(values, value => Array.IndexOf(labels, value));
}
