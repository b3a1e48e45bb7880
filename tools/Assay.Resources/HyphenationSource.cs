using System.Text;

namespace Assay.Resources;

/// <summary>Packs a hyphenation file as its patterns, one a line, without comments and settings.</summary>
internal static class HyphenationSource
{
    private static readonly string[] Ignored =
        ["%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN"];

    public static byte[] Pack(string text)
    {
        var patterns = text.Split('\n').Skip(1).Select(line => line.Trim())
            .Where(line => line.Length > 0 && !Ignored.Any(word => line.StartsWith(word, StringComparison.Ordinal)));
        return Encoding.UTF8.GetBytes(string.Join('\n', patterns) + "\n");
    }
}
