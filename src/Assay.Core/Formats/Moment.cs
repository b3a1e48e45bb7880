namespace Assay.Formats;

/// <summary>Times as stores keep them: milliseconds since 1970.</summary>
public static class Moment
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The point in time. Clients may log any number: one that no calendar holds is the first or the last day that it does.</summary>
    public static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, Earliest, Latest));
}
