using Assay.Server.Access;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Pages;

/// <summary>The cookie in which a browser holds its session. Scripts cannot read it, and requests that other sites cause do not carry it.</summary>
internal static class SessionCookie
{
    private const string Cookie = "assay_session";

    /// <summary>What the browser holds, to be looked up; null when it holds nothing.</summary>
    public static Credentials? Read(HttpContext context) => Text(context) is { } text ? Credentials.OfSession(text) : null;

    public static string? Text(HttpContext context) => context.Request.Cookies[Name(context)] is { Length: > 0 and < 200 } text ? text : null;

    /// <param name="context">The request whose answer sets it.</param>
    /// <param name="text">The session's token.</param>
    /// <param name="kept">How long the browser keeps it; null until it is closed.</param>
    public static void Write(HttpContext context, string text, TimeSpan? kept) => context.Response.Cookies.Append(Name(context), text, Options(context, kept));

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context, null));

    private static string Name(HttpContext context) => SiteCookie.Name(context, Cookie);

    private static CookieOptions Options(HttpContext context, TimeSpan? kept) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = kept,
        Path = "/",
    };
}
