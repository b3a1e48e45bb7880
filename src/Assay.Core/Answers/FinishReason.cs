namespace Assay;

/// <summary>Why a model stopped writing.</summary>
public enum FinishReason
{
    /// <summary>The service did not say.</summary>
    Unknown,

    /// <summary>The answer is complete.</summary>
    Stop,

    /// <summary>Cut at the token limit: the text is not the whole answer.</summary>
    Length,

    /// <summary>The model asks for tools to be called.</summary>
    ToolCalls,

    /// <summary>The service's content filter withheld the answer or a part of it.</summary>
    ContentFilter,
}
