using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Resources;

/// <summary>
/// Packs the CMU dictionary as: word count (int32), then per word, in ordinal order: bytes shared with the word before, further bytes,
/// these bytes, syllables. The first pronunciation counts; its syllables are the phones that end in a stress digit.
/// </summary>
internal static partial class PronouncingDictionary
{
    // Words that the cleaned text can hold: letters, digits, underscore, and apostrophes that begin a contraction.
    [GeneratedRegex("^(?:[a-z0-9_]|'(?=[tsd]|ve|ll|re))+$")]
    private static partial Regex Reachable();

    public static byte[] Pack(IEnumerable<string> lines)
    {
        var syllables = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 2) continue;
            var word = fields[0].ToLowerInvariant();
            if (Reachable().IsMatch(word)) syllables.TryAdd(word, fields.Skip(2).Count(phone => char.IsAsciiDigit(phone[^1])));
        }

        var packed = new MemoryStream();
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(count, syllables.Count);
        packed.Write(count);
        var before = "";
        foreach (var (word, number) in syllables)
        {
            var shared = 0;
            while (shared < before.Length && shared < word.Length && before[shared] == word[shared]) shared++;
            packed.WriteByte((byte)shared);
            packed.WriteByte((byte)(word.Length - shared));
            packed.Write(Encoding.ASCII.GetBytes(word[shared..]));
            packed.WriteByte((byte)number);
            before = word;
        }

        return packed.ToArray();
    }
}
