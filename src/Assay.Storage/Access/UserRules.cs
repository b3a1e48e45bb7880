using System.Buffers;

namespace Assay.Storage.Access;

/// <summary>What names of users and tokens may be.</summary>
internal static class UserRules
{
    private const int LongestName = 100;

    // HTTP basic parts name and password at a colon, and letters outside ASCII can be written in several ways that look the same.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@+");

    public static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestName || name.AsSpan().ContainsAnyExcept(Allowed) || !char.IsAsciiLetterOrDigit(name[0]))
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue,
                $"Invalid user name: '{Shown(name)}': 1 to {LongestName} letters (a to z), digits and . _ - @ +, the first a letter or a digit");
        }
    }

    public static void CheckTokenName(string name)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Invalid token name: '{Shown(name)}': 1 to {LongestName} characters, no control characters");
        }
    }

    /// <summary>By their names it is known which tokens browsers hold.</summary>
    public static void CheckNoSession(string name)
    {
        if (name.StartsWith(ApiToken.SessionPrefix, StringComparison.Ordinal))
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"Invalid token name: '{Shown(name)}': '{ApiToken.SessionPrefix}' is how those of browsers begin");
        }
    }

    private static string Shown(string name) =>
        string.Concat((name.Length > LongestName ? name[..LongestName] + "…" : name).Select(c => char.IsControl(c) ? ' ' : c));
}
