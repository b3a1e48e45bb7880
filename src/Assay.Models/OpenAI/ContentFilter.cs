using System.Text.Json;

namespace Assay.Models;

/// <summary>What Azure's content filter says: on a choice, on the prompt, and in the error that withholds a prompt.</summary>
internal static class ContentFilter
{
    private const string ErrorCode = "content_filter";

    /// <summary>The categories that filtered the choice or the prompts: <c>hate</c>, <c>violence</c> …</summary>
    public static IReadOnlyList<string> Categories(JsonElement choice, IEnumerable<JsonElement> prompts)
    {
        var results = prompts.Append(choice)
            .Select(filtered => filtered.Field("content_filter_results") ?? filtered.Field("content_filter_result"))
            .OfType<JsonElement>();
        return [.. results.SelectMany(Filtered).Distinct()];
    }

    /// <summary>The answer that stands for a prompt that the filter withheld; null when the error is another.</summary>
    public static Answer? WithheldPrompt(JsonElement error)
    {
        var inner = error.Field("innererror");
        var withheld = error.Text("code") == ErrorCode || inner?.Text("code") == "ResponsibleAIPolicyViolation";
        return !withheld ? null : new Answer
        {
            FinishReason = FinishReason.ContentFilter,
            FilteredFor = inner is { } details ? Categories(details, []) : [],
        };
    }

    private static IEnumerable<string> Filtered(JsonElement results) =>
        results.ValueKind != JsonValueKind.Object ? [] : results.EnumerateObject().Where(category => IsFiltered(category.Value)).Select(category => category.Name);

    // A category is an object; a list of block lists is an array of them.
    private static bool IsFiltered(JsonElement category) => category.ValueKind == JsonValueKind.Array
        ? category.EnumerateArray().Any(IsFiltered)
        : category.Field("filtered") is { ValueKind: JsonValueKind.True };
}
