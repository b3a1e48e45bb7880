using System.Text.Json;

namespace Assay.Models;

/// <summary>The tokens of an answer with their log probabilities, in the forms of the two protocols; null when there are none.</summary>
internal static class AnswerTokens
{
    /// <summary>Of chat: <c>logprobs.content</c>, a list of tokens.</summary>
    public static IReadOnlyList<TokenProbability>? OfChat(JsonElement choice)
    {
        if (choice.Field("logprobs")?.Field("content") is not { ValueKind: JsonValueKind.Array } content)
        {
            return null;
        }

        var tokens = new List<TokenProbability>(content.GetArrayLength());
        foreach (var item in content.EnumerateArray())
        {
            int? bytes = item.Field("bytes") is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : null;
            tokens.Add(new TokenProbability(item.Text("token") ?? "", Number(item.Field("logprob")), bytes));
        }

        return tokens;
    }

    /// <summary>Of the legacy protocol: <c>logprobs</c> with lists side by side; the first token of a prompt has null.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="text">Its text, in which <c>text_offset</c> says where each token begins, in code points.</param>
    public static IReadOnlyList<TokenProbability>? OfCompletion(JsonElement choice, string? text)
    {
        if (choice.Field("logprobs") is not { } all
            || all.Field("token_logprobs") is not { ValueKind: JsonValueKind.Array } values
            || all.Field("tokens") is not { ValueKind: JsonValueKind.Array } tokens
            || tokens.GetArrayLength() != values.GetArrayLength())
        {
            return null;
        }

        var lengths = Lengths(all, text ?? "", tokens.GetArrayLength());
        return [.. tokens.EnumerateArray().Zip(values.EnumerateArray()).Select((pair, i) => new TokenProbability(
            pair.First.ValueKind == JsonValueKind.String ? pair.First.GetString()! : "", Number(pair.Second), lengths?[i]))];
    }

    /// <summary>How many bytes each token has: up to where the next one begins. Null when the service does not say.</summary>
    private static int[]? Lengths(JsonElement all, string text, int count)
    {
        var offsets = all.Items("text_offset").Select(offset => offset.TryGetInt32(out var number) ? number : -1).ToList();
        if (offsets.Count != count || count == 0)
        {
            return null;
        }

        // Bytes before each code point. With a prompt that is not echoed, offsets begin behind it.
        List<int> before = [0];
        foreach (var rune in text.EnumerateRunes())
        {
            before.Add(before[^1] + rune.Utf8SequenceLength);
        }

        var first = offsets[0];
        offsets.Add(first + before.Count - 1);
        var lengths = new int[count];
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (offsets[i] - first, offsets[i + 1] - first);
            if (from < 0 || to < from || to >= before.Count)
            {
                return null;
            }

            lengths[i] = before[to] - before[from];
        }

        return lengths;
    }

    private static double? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var logProbability) && double.IsFinite(logProbability)
            ? Math.Min(0, logProbability) : null;
}
