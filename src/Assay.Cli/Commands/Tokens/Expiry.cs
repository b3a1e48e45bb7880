using System.Globalization;
using Assay.Cli.Settings;

namespace Assay.Cli.Commands.Tokens;

/// <summary>When a token ends: <c>90d</c>, <c>12h</c>, a day (<c>2027-01-31</c>, to its end in UTC) or <c>never</c>.</summary>
internal static class Expiry
{
    public const string Default = "90d";
    private const int MostDays = 3650;

    /// <summary>Milliseconds since 1970-01-01 UTC; null for never.</summary>
    public static long? Read(SettingValue? given, DateTimeOffset now)
    {
        var text = given?.Text ?? Default;
        if (text == "never")
        {
            return null;
        }

        var end = End(text, now) ?? throw new BadInputException(
            $"{given!.Value.Origin}: '{text}' is no time; give days (90d), hours (12h), a day (2027-01-31) or never");
        return end > now && end - now <= TimeSpan.FromDays(MostDays)
            ? end.ToUnixTimeMilliseconds()
            : throw new BadInputException($"{given!.Value.Origin}: '{text}' is not between now and ten years from now; 'never' is a time too");
    }

    private static DateTimeOffset? End(string text, DateTimeOffset now)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        }

        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count > MostDays * 24)
        {
            return null;
        }

        return text[^1] switch
        {
            'd' => now.AddDays(count),
            'h' => now.AddHours(count),
            _ => null,
        };
    }
}
