using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Storage.Access;

/// <summary>
/// The text of a token: <c>assay_ID_SECRET</c>, the id of 12 hexadecimal digits by which it is found, the secret of 256 random bits in 43
/// characters of base64url. What is kept is its SHA-256. A slow hash protects passwords because they can be guessed; nobody guesses
/// 256 random bits, however fast the hash, and a fast one lets every request be checked.
/// </summary>
internal static class TokenText
{
    public const string Prefix = "assay_";
    private const int IdLength = 12;
    private const int SecretBytes = 32;
    private const int SecretLength = 43;

    /// <summary>A new token: its id and the whole text.</summary>
    public static (string Id, string Text) Create()
    {
        var id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        return (id, $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}");
    }

    /// <summary>The id in a text; null when the text has not the form of a token.</summary>
    public static string? IdIn(string text)
    {
        const int End = 6 + IdLength;
        return text.Length == End + 1 + SecretLength && text.StartsWith(Prefix, StringComparison.Ordinal) && text[End] == '_' && Ascii.IsValid(text)
            ? text[Prefix.Length..End]
            : null;
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Takes the same time wherever the two differ.</summary>
    public static bool HasHash(string text, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(text)), Encoding.ASCII.GetBytes(hash));
}
