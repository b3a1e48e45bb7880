namespace Assay.Checks;

/// <summary>Several texts in one parameter, parted by |.</summary>
internal static class TextLists
{
    public static IReadOnlyList<string> Of(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
