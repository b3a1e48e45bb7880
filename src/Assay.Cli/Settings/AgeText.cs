using System.Globalization;

namespace Assay.Cli.Settings;

/// <summary>A time that people write with units: <c>30d</c>, <c>12h</c>, <c>1d12h30m</c>, <c>90s</c>.</summary>
internal static class AgeText
{
    /// <summary>The time; zero when none was given.</summary>
    public static TimeSpan Read(SettingValue? given)
    {
        if (given is not { } value)
        {
            return TimeSpan.Zero;
        }

        var time = TimeSpan.Zero;
        var rest = value.Text.AsSpan().Trim();
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || Unit(rest[digits]) is not { } unit
                || !int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                || time + (count * unit) > TimeSpan.FromDays(365_000))
            {
                throw Wrong(value);
            }

            time += count * unit;
            rest = rest[(digits + 1)..];
        }

        return value.Text.Trim().Length > 0 ? time : throw Wrong(value);
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        'm' => TimeSpan.FromMinutes(1),
        's' => TimeSpan.FromSeconds(1),
        _ => null,
    };

    private static BadInputException Wrong(SettingValue value) =>
        new($"{value.Origin}: '{value.Text}' is no time; write days, hours, minutes and seconds such as 30d, 12h or 1d12h");
}
