using System.Globalization;
using System.Net.Http.Headers;

namespace Assay.Models;

/// <summary>
/// How long a service asks to wait, as its headers say it: <c>retry-after-ms</c>, or <c>Retry-After</c> in seconds or as a date.
/// </summary>
internal static class RetryAfterHeader
{
    // No service means a longer wait than this, and far larger numbers overflow a TimeSpan.
    private const double MostSeconds = 86_400;

    public static TimeSpan? Parse(HttpResponseHeaders headers, DateTimeOffset now) => Parse(
        headers.TryGetValues("retry-after-ms", out var milliseconds) ? milliseconds.First() : null,
        headers.TryGetValues("Retry-After", out var seconds) ? seconds.First() : null,
        now);

    public static TimeSpan? Parse(string? milliseconds, string? retryAfter, DateTimeOffset now)
    {
        if (Number(milliseconds) is { } wait)
        {
            return Seconds(wait / 1000);
        }

        if (Number(retryAfter) is { } seconds)
        {
            return Seconds(seconds);
        }

        return RetryConditionHeaderValue.TryParse(retryAfter, out var header) && header.Date is { } date ? Seconds((date - now).TotalSeconds) : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, MostSeconds));
}
