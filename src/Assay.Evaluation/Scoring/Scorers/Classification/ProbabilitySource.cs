using System.Text.Json;
using Assay.Data;
using Assay.Labels;
using Assay.Regression;

namespace Assay.Scoring.Scorers.Classification;

/// <summary>
/// Reads the labels' probabilities of a sample: from a column of the row, a field of the answer's JSON, or the output itself. A number is
/// the positive label's; a list has one for each label in their order; an object one by label.
/// </summary>
internal sealed class ProbabilitySource
{
    private readonly Func<Sample, (FieldValue Value, string? Reason)> _find;
    private readonly LabelNames _names;

    /// <param name="where"><c>column:NAME</c>, <c>json:FIELD</c>; null for the output itself.</param>
    /// <param name="names">The labels.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public ProbabilitySource(string? where, LabelNames names)
    {
        _names = names;
        _find = where?.Split(':', 2) switch
        {
            null => sample => (sample.Output, sample.Output.IsNull ? MissingOutput.Reason(sample) : null),
            ["column", { Length: > 0 } column] => sample =>
                sample.Row?.Value(column) is { IsNull: false } value ? (value, null) : (FieldValue.Null, $"there is no value in the column '{column}'"),
            ["json", { Length: > 0 } field] => sample => sample.Output.IsNull ? (FieldValue.Null, MissingOutput.Reason(sample)) : JsonAnswer.Field(sample.Output, field),
            _ => throw new FormatException($"probabilities={where} is unknown; write column: and a column's name, or json: and a field of the answer"),
        };
    }

    public (LabelProbabilities? Probabilities, string? Reason) Read(Sample sample)
    {
        var (value, reason) = _find(sample);
        if (reason is not null) return (null, reason);
        if (NumberReader.Parse(value.Text!) is { } number) return (new(number), null);
        var read = value.Text!.TrimStart() is ['{' or '[', ..] ? ReadJson(value.Text) : null;
        return read is null ? (null, "neither a number nor a JSON list or object of numbers tells the labels' probabilities") : (read, null);
    }

    private LabelProbabilities? ReadJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var isList = root.ValueKind == JsonValueKind.Array;
            JsonElement[] values = isList ? [.. root.EnumerateArray()] : [.. root.EnumerateObject().Select(member => member.Value)];
            if (values.Length == 0 || values.Any(value => value.ValueKind != JsonValueKind.Number || !double.IsFinite(value.GetDouble()))) return null;
            double[] numbers = [.. values.Select(value => value.GetDouble())];
            return isList
                ? new(numbers, _names.Labels.Count == numbers.Length ? [.. _names.Labels] : null)
                : new(numbers, [.. root.EnumerateObject().Select(member => _names.Of(member.Name) ?? member.Name)]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The latter is thrown for a label with half a character in it.
            return null;
        }
    }
}
