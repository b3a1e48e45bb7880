namespace Assay.Server;

/// <summary>How a server writes its log.</summary>
public enum LogFormat
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Lines for people.</summary>
    Console,

    /// <summary>One JSON object a line, for programs.</summary>
    Json,
}
