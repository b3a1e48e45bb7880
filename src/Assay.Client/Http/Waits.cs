using System.Net.Http.Headers;

namespace Assay.Client.Http;

/// <summary>How long to wait before a call is tried again.</summary>
internal static class Waits
{
    /// <summary>The longest wait that a server's <c>Retry-After</c> is followed.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(2);

    private const double FirstSeconds = 0.5;
    private const double LongestSeconds = 30;

    /// <summary>
    /// What the server asked for, up to two minutes, lengthened by at most a tenth, so that callers do not come back all at once; else half a
    /// second, doubled with each try up to half a minute, shortened or lengthened by up to a quarter.
    /// </summary>
    /// <param name="asked">What the server asked for.</param>
    /// <param name="attempt">0 before the first repetition.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan Of(TimeSpan? asked, int attempt, double random) => asked is { } wait
        ? (wait < LongestAsked ? wait : LongestAsked) * (1 + (random / 10))
        : TimeSpan.FromSeconds(Math.Min(LongestSeconds, FirstSeconds * Math.Pow(2, attempt)) * (0.75 + (random / 2)));

    /// <summary>The wait that <c>Retry-After</c> asks for, in seconds or as a date; null when it asks for none.</summary>
    public static TimeSpan? Asked(HttpResponseHeaders headers, DateTimeOffset now) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
