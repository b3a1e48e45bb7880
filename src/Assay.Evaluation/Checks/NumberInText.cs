using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Checks;

/// <summary>
/// Numbers as people write them in a text: a sign, digits with or without groups of three, decimals, an exponent. Currency and per cent signs
/// around them are passed over.
/// </summary>
internal static partial class NumberInText
{
    /// <summary>The first or last number of a text; null when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="last">Whether the last one is asked for.</param>
    /// <param name="decimalComma">Whether a comma parts the decimals and points the groups, as in 1.234,5.</param>
    public static double? Find(string text, bool last, bool decimalComma)
    {
        var pattern = decimalComma ? WithComma() : WithPoint();
        Match? found = null;
        foreach (Match match in pattern.Matches(text))
        {
            found = match;
            if (!last) break;
        }

        if (found is null) return null;
        var plain = found.Value.Replace('\u2212', '-');
        plain = decimalComma
            ? plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : plain.Replace(",", "", StringComparison.Ordinal);
        var number = double.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : null;
    }

    // A minus after a letter or digit is a hyphen or a subtraction, no sign.
    [GeneratedRegex(@"(?:(?<![\p{L}\p{N}])[-+\u2212])?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex WithPoint();

    [GeneratedRegex(@"(?:(?<![\p{L}\p{N}])[-+\u2212])?(?:(?:[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|[0-9]+)(?:,[0-9]+)?|,[0-9]+)(?:[eE][-+]?[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex WithComma();
}
