using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Experiments;

/// <summary>The columns that a reader chose last for an experiment: a cookie that only this experiment's pages are sent.</summary>
internal static class ColumnMemory
{
    private const string Cookie = "assay_columns";
    private const int Longest = 2000;

    public static IReadOnlyList<RunColumn>? Read(HttpContext context) => ColumnList.Read(context.Request.Cookies[Cookie]);

    public static void Keep(Visit visit, string experimentId, IReadOnlyList<RunColumn> columns)
    {
        var text = ColumnList.Write(columns);
        if (Uri.EscapeDataString(text).Length > Longest) Forget(visit, experimentId);
        else visit.Context.Response.Cookies.Append(Cookie, text, Options(visit, experimentId));
    }

    public static void Forget(Visit visit, string experimentId) => visit.Context.Response.Cookies.Delete(Cookie, Options(visit, experimentId));

    private static CookieOptions Options(Visit visit, string experimentId) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = visit.Context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(400),
        Path = ExperimentAddress.Of(experimentId),
    };
}
