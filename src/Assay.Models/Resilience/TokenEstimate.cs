using System.Text.Json;

namespace Assay.Models;

/// <summary>A guess of a call's tokens before it is made: four characters a token, and the most tokens that the answer may have.</summary>
internal static class TokenEstimate
{
    private const double CharactersPerToken = 4;

    public static double Of(ModelRequest request)
    {
        var characters = request.Messages.Sum(message => (long)(message.Raw?.GetRawText().Length ?? message.Content?.Length ?? 0));
        return Math.Ceiling(characters / CharactersPerToken) + (request.Parameters.MaxTokens ?? MaxCompletionTokens(request.Parameters) ?? 0);
    }

    private static long? MaxCompletionTokens(CallParameters parameters) =>
        parameters.Extra.TryGetValue("max_completion_tokens", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var most) ? most : null;
}
