using System.Text.RegularExpressions;

namespace Assay.Web.Languages;

/// <summary>The spaces that French has within quotes and before high punctuation: they never break a line, so that no line begins with a colon.</summary>
internal static partial class FrenchSpaces
{
    public static string Bind(string text) => Space().Replace(text, "\u00A0");

    // What follows the sign tells punctuation from code: `!=` stays as it is written.
    [GeneratedRegex(@" (?=[:;?!»](?:$|[\s.,)]))|(?<=«) ")]
    private static partial Regex Space();
}
