using System.Text.Encodings.Web;

namespace Assay.Data;

/// <summary>How Assay writes JSON for people and files: letters of every language as they are.</summary>
public static class JsonText
{
    /// <summary>Escapes only what JSON must escape. Not for pages: HTML has its own escaping.</summary>
    public static JavaScriptEncoder Readable { get; } = new ReadableEncoder();
}
