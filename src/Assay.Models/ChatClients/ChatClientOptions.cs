using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assay.Models;

/// <summary>
/// Call parameters as an <see cref="IChatClient"/> takes them: by their own option where there is one, else among the additional
/// properties.
/// </summary>
internal static class ChatClientOptions
{
    public static ChatOptions Of(CallParameters parameters)
    {
        var options = new ChatOptions { Temperature = (float?)parameters.Temperature, MaxOutputTokens = parameters.MaxTokens };
        foreach (var (name, value) in parameters.Extra)
        {
            if (!Set(options, name, value))
            {
                options.AdditionalProperties ??= [];
                options.AdditionalProperties[name] = value;
            }
        }

        return options;
    }

    private static bool Set(ChatOptions options, string name, JsonElement value)
    {
        switch (name, value.ValueKind)
        {
            case ("temperature", JsonValueKind.Number):
                options.Temperature = value.GetSingle();
                return true;
            case ("top_p", JsonValueKind.Number):
                options.TopP = value.GetSingle();
                return true;
            case ("top_k", JsonValueKind.Number) when value.TryGetInt32(out var topK):
                options.TopK = topK;
                return true;
            case ("frequency_penalty", JsonValueKind.Number):
                options.FrequencyPenalty = value.GetSingle();
                return true;
            case ("presence_penalty", JsonValueKind.Number):
                options.PresencePenalty = value.GetSingle();
                return true;
            case ("seed", JsonValueKind.Number) when value.TryGetInt64(out var seed):
                options.Seed = seed;
                return true;
            case ("max_tokens" or "max_completion_tokens", JsonValueKind.Number) when value.TryGetInt32(out var most):
                options.MaxOutputTokens = most;
                return true;
            case ("stop", JsonValueKind.String):
                options.StopSequences = [value.GetString()!];
                return true;
            case ("stop", JsonValueKind.Array) when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String):
                options.StopSequences = [.. value.EnumerateArray().Select(item => item.GetString()!)];
                return true;
            case ("model", JsonValueKind.String):
                options.ModelId = value.GetString();
                return true;
            default:
                return false;
        }
    }
}
