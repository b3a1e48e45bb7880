namespace Assay.Models;

/// <summary>How long to wait before a call is tried again.</summary>
internal static class Backoff
{
    /// <summary>The longest wait that a service's <c>Retry-After</c> is followed.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(2);

    private const double LongestSeconds = 60;

    /// <summary>
    /// What the service asked for (up to two minutes), lengthened by at most a tenth so that waiting rows do not come back all at once;
    /// else exponential: 0.25 s after a broken connection, 0.5 s after an error of the service, 1 s when throttled, doubled with each try
    /// up to a minute, shortened or lengthened by up to a quarter.
    /// </summary>
    /// <param name="failure">Why the last try failed.</param>
    /// <param name="attempt">0 before the first repetition.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan Wait(ModelException failure, int attempt, double random)
    {
        if (Asked(failure) is { } asked)
        {
            return asked * (1 + (random / 10));
        }

        var first = failure.Failure switch
        {
            ModelFailure.Unreachable => 0.25,
            ModelFailure.Throttled => 1,
            _ => 0.5,
        };
        return TimeSpan.FromSeconds(Math.Min(LongestSeconds, first * Math.Pow(2, attempt)) * (0.75 + (random / 2)));
    }

    /// <summary>The wait that the service asked for, as far as it is followed.</summary>
    public static TimeSpan? Asked(ModelException failure) =>
        failure.RetryAfter is not { } asked ? null : asked < LongestAsked ? asked : LongestAsked;
}
