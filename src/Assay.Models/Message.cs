using System.Text.Json;

namespace Assay.Models;

/// <summary>One message of a conversation.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c>, <c>tool</c> or <c>developer</c>.</param>
/// <param name="Content">Its text; null when it has none (an assistant's tool call).</param>
public sealed record Message(string Role, string? Content)
{
    /// <summary>
    /// The whole message as the data set gave it (parts, images, tool calls), sent untouched; null when role and text are all there is.
    /// </summary>
    public JsonElement? Raw { get; init; }
}
