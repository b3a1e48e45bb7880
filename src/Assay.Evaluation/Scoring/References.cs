using System.Text.Json;
using Assay.Data;

namespace Assay.Scoring;

/// <summary>The references of a sample: one value, or each value of a list.</summary>
internal static class References
{
    /// <summary>
    /// The texts that an answer may equal; empty when there is none. A list holds one reference an item (its texts as they are, other values as
    /// their JSON, nulls left out); any other value is the only one.
    /// </summary>
    public static IReadOnlyList<string> Of(FieldValue reference)
    {
        if (reference.IsNull)
        {
            return [];
        }

        return Listed(reference) is { } listed ? [.. listed.Select(value => value.Text!)] : [reference.Text!];
    }

    /// <summary>The values of a list, nulls left out; null when the reference is no list.</summary>
    public static IReadOnlyList<FieldValue>? Listed(FieldValue reference)
    {
        if (reference.IsNull || reference.IsText || reference.Text![0] != '[')
        {
            return null;
        }

        using var list = JsonDocument.Parse(reference.Text);
        return [.. list.RootElement.EnumerateArray().Select(FieldValue.FromJson).Where(value => !value.IsNull)];
    }
}
