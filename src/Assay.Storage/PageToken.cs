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
    private const int FingerprintLength = 16;
    private readonly string[] _values;

    private PageToken(string[] values) => _values = values;

    /// <summary>Makes the token.</summary>
    public static string Encode(string purpose, params ReadOnlySpan<object> values)
    {
        var text = new StringBuilder(Fingerprint(purpose));
        foreach (var value in values)
        {
            var part = value is double number ? BitConverter.DoubleToInt64Bits(number) : value;
            text.Append(Separator).Append(Escape(string.Create(CultureInfo.InvariantCulture, $"{part}")));
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

        var parts = Parts(token);
        return parts.Length == count + 1 && parts[0] == Fingerprint(purpose)
            ? new PageToken([.. parts.Skip(1).Select(Unescape)])
            : throw Foreign();
    }

    public string Text(int index) => _values[index];

    public long Long(int index) =>
        long.TryParse(_values[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Foreign();

    public double Double(int index) => BitConverter.Int64BitsToDouble(Long(index));

    private static string[] Parts(string token)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(Separator);
            if (parts[0].Length == FingerprintLength && parts[0].All(char.IsAsciiHexDigitLower))
            {
                return parts;
            }
        }
        catch (FormatException)
        {
        }

        throw new AssayException(ErrorCode.InvalidParameterValue, "Invalid page token, could not base64-decode");
    }

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isEscape = value[i] == '\\' && i + 1 < value.Length;
            text.Append(!isEscape ? value[i] : value[++i] == 'n' ? '\n' : value[i]);
        }

        return text.ToString();
    }

    private static AssayException Foreign() => new(ErrorCode.InvalidParameterValue, "Invalid page token, it belongs to another search");

    private static string Fingerprint(string purpose) => StableHash.Of(purpose).ToString("x16", CultureInfo.InvariantCulture);
}
