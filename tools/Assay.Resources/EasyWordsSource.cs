using System.Text;

namespace Assay.Resources;

/// <summary>Packs a list of easy words, one a line, sorted and each once.</summary>
internal static class EasyWordsSource
{
    public static byte[] Pack(IEnumerable<string> lines)
    {
        var words = lines.Select(line => line.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(string.Join('\n', words) + "\n");
    }
}
