using Assay.Web.Visits;

namespace Assay.Web.Components;

/// <summary>How long ago something was, in words: the exact time stands beside it.</summary>
internal static class RelativeTime
{
    public static string Of(Visit visit, DateTimeOffset time)
    {
        var ago = visit.Now - time;
        return ago switch
        {
            _ when ago < TimeSpan.FromSeconds(-5) => visit.Notation.Date(time),
            _ when ago < TimeSpan.FromSeconds(10) => visit.T["time.now"],
            _ when ago < TimeSpan.FromMinutes(1) => Count("time.seconds", (long)ago.TotalSeconds),
            _ when ago < TimeSpan.FromHours(1) => Count("time.minutes", (long)ago.TotalMinutes),
            _ when ago < TimeSpan.FromDays(1) => Count("time.hours", (long)ago.TotalHours),
            _ when ago < TimeSpan.FromDays(30) => Count("time.days", (long)ago.TotalDays),
            _ => visit.Notation.Date(time),
        };

        string Count(string key, long count) => visit.T.Count(key, count, visit.Notation.Count(count));
    }
}
