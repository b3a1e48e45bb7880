using System.Text.Json;

namespace Assay.Tests.Loopback;

/// <summary>A service of embeddings: of each text the counts of the letters a, b and c; out of order, as the protocol allows.</summary>
internal static class EmbeddingReply
{
    public static ScriptedReply Of(RecordedCall call) => ScriptedReply.Json(JsonSerializer.Serialize(new
    {
        @object = "list",
        model = "letters-1",
        data = Texts(call).Select((text, index) => new { @object = "embedding", index, embedding = "abc".Select(letter => (float)text.Count(c => c == letter)) }).Reverse(),
        usage = new { prompt_tokens = 1, total_tokens = 1 },
    }));

    public static IReadOnlyList<string> Texts(RecordedCall call) => [.. call.Json.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
}
