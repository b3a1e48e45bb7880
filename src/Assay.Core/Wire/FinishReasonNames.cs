namespace Assay.Wire;

/// <summary>The names of <see cref="FinishReason"/> on the wire.</summary>
internal static class FinishReasonNames
{
    public const string All = "unknown, stop, length, tool_calls, content_filter";

    public static string Of(FinishReason reason) => reason switch
    {
        FinishReason.Stop => "stop",
        FinishReason.Length => "length",
        FinishReason.ToolCalls => "tool_calls",
        FinishReason.ContentFilter => "content_filter",
        _ => "unknown",
    };

    /// <summary>The reason of that name; null when it is none.</summary>
    public static FinishReason? Parse(string name) => name switch
    {
        "unknown" => FinishReason.Unknown,
        "stop" => FinishReason.Stop,
        "length" => FinishReason.Length,
        "tool_calls" => FinishReason.ToolCalls,
        "content_filter" => FinishReason.ContentFilter,
        _ => null,
    };
}
