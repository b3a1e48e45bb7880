using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Assay.Storage;

/// <summary>
/// Where the next page begins: the sort values of the last entry of the page before, so that pages neither repeat nor skip while entries
/// are added. Opaque outside. Carries what it was made for, and is refused elsewhere.
/// </summary>
internal sealed class PageToken
{
    private const char Separator = '\n';
    private readonly string[] _values;

    private PageToken(string[] values) => _values = values;

    /// <summary>Makes the token. No value may hold a line break; the purpose may.</summary>
    public static string Encode(string purpose, params ReadOnlySpan<object> values)
    {
        var text = new StringBuilder(Fingerprint(purpose));
        foreach (var value in values)
        {
            var part = value is double number ? BitConverter.DoubleToInt64Bits(number) : value;
            text.Append(Separator).Append(CultureInfo.InvariantCulture, $"{part}");
        }

        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Reads a token; null for none. Refuses one that is not ours or was made for another search.</summary>
    public static PageToken? Decode(string? token, string purpose, int count)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(Separator);
        }
        catch (FormatException)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, "Invalid page token, could not base64-decode");
        }

        return parts.Length == count + 1 && parts[0] == Fingerprint(purpose) ? new PageToken(parts[1..]) : throw Foreign();
    }

    public string Text(int index) => _values[index];

    public long Long(int index) =>
        long.TryParse(_values[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Foreign();

    public double Double(int index) => BitConverter.Int64BitsToDouble(Long(index));

    private static AssayException Foreign() => new(ErrorCode.InvalidParameterValue, "Invalid page token, it belongs to another search");

    private static string Fingerprint(string purpose) => StableHash.Of(purpose).ToString("x16", CultureInfo.InvariantCulture);
}
