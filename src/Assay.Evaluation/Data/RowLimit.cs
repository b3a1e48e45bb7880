namespace Assay.Data;

/// <summary>What one row may take: more is a missing line end or an unclosed quote rather than a row.</summary>
internal static class RowLimit
{
    public const int Bytes = 64 * 1024 * 1024;

    public const string Text = "64 MB";
}
