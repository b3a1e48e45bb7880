using System.Text.RegularExpressions;

namespace Assay.Checks;

/// <summary>
/// A regular expression of somebody else's, that no text can make run for ever: in linear time where it needs no look-around and no back
/// reference, else with a second for each text.
/// </summary>
internal static class BoundedPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="ArgumentException">The pattern cannot be read; the message says where.</exception>
    public static Regex Compile(string pattern, RegexOptions options = RegexOptions.None)
    {
        options |= RegexOptions.CultureInvariant;
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, Patience);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, Patience);
        }
    }
}
