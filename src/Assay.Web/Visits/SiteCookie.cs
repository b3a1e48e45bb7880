using Microsoft.AspNetCore.Http;

namespace Assay.Web.Visits;

/// <summary>
/// What cookies that prove something are called. Over https a browser takes a name that begins with <c>__Host-</c> only from this very host over
/// https, so that neither a page fetched over http nor a host beside this one can put one in its place.
/// </summary>
internal static class SiteCookie
{
    public static string Name(HttpContext context, string name) => context.Request.IsHttps ? "__Host-" + name : name;
}
