using System.Globalization;

namespace Assay.Cli.Commands.Judges;

/// <summary>A label or a score as it stands in a file: a number, or one of the words for yes and no.</summary>
internal static class LabelText
{
    /// <summary>Null for no label.</summary>
    /// <param name="text">What stands there.</param>
    /// <param name="place">Where, for the message.</param>
    public static double? Read(string? text, Func<string> place) => text?.Trim() switch
    {
        null or "" => null,
        var word when Word(word) is { } value => value,
        var number when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) => value,
        var other => throw new BadInputException($"{place()}: '{Assay.Formats.OneLine.Of(other, 40)}' is no label; give numbers, or pass and fail, yes and no, true and false"),
    };

    private static double? Word(string word) => word.ToUpperInvariant() switch
    {
        "PASS" or "YES" or "TRUE" => 1,
        "FAIL" or "NO" or "FALSE" => 0,
        _ => null,
    };
}
