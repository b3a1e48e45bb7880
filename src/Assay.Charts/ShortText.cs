namespace Assay.Charts;

/// <summary>Names that fit beside a picture.</summary>
internal static class ShortText
{
    /// <summary>The text, or its beginning and an ellipsis; a pair of surrogates is never cut in two.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }
}
