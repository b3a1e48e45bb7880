using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Tests.Loopback;

/// <summary>
/// A completions service that echoes: a token is a word with the blank before it, and its log probability is minus the number of words before
/// it in the prompt, so that a test can see how much context a token had.
/// </summary>
internal static class EchoReply
{
    public static ScriptedReply Of(RecordedCall call)
    {
        var (tokens, probabilities, offsets) = (new JsonArray(), new JsonArray(), new JsonArray());
        var (offset, count) = (0, 0);
        foreach (var token in Tokens(call.Prompt))
        {
            tokens.Add((JsonNode)token);
            probabilities.Add(count == 0 ? null : (JsonNode)(-count));
            offsets.Add((JsonNode)offset);
            offset += token.EnumerateRunes().Count();
            count++;
        }

        var logprobs = new JsonObject { ["tokens"] = tokens, ["token_logprobs"] = probabilities, ["text_offset"] = offsets, ["top_logprobs"] = null };
        return ScriptedReply.Json(new JsonObject
        {
            ["model"] = "echo-1",
            ["choices"] = new JsonArray(new JsonObject { ["text"] = call.Prompt, ["index"] = 0, ["finish_reason"] = "length", ["logprobs"] = logprobs }),
        }.ToJsonString());
    }

    public static IEnumerable<string> Tokens(string text)
    {
        var token = new StringBuilder();
        foreach (var character in text)
        {
            if (character == ' ' && token.Length > 0)
            {
                yield return token.ToString();
                token.Clear();
            }

            token.Append(character);
        }

        if (token.Length > 0) yield return token.ToString();
    }
}
