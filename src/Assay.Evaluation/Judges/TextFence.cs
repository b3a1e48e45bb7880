using System.Security.Cryptography;
using System.Text;

namespace Assay.Judges;

/// <summary>
/// Markers around the texts under judgement. The marker is a digest of these very texts, so the same question is the same request and a
/// recording of it can be replayed; and it is made anew until none of the texts holds it, so that no text can end its own block.
/// </summary>
internal sealed class TextFence
{
    private const int MarkerBytes = 12;

    private TextFence(string marker) => Marker = marker;

    public string Marker { get; }

    public static TextFence Around(IReadOnlyCollection<string> texts)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            digest.AppendData(BitConverter.GetBytes(attempt));
            foreach (var text in texts)
            {
                // Lengths keep ("a", "bc") and ("ab", "c") apart.
                digest.AppendData(BitConverter.GetBytes(text.Length));
                digest.AppendData(Encoding.UTF8.GetBytes(text));
            }

            var marker = Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, MarkerBytes));
            if (!texts.Any(text => text.Contains(marker, StringComparison.OrdinalIgnoreCase)))
            {
                return new TextFence(marker);
            }
        }
    }

    public string Wrap(string label, string text) => $"[{label} {Marker}]\n{text}\n[END {label} {Marker}]";
}
