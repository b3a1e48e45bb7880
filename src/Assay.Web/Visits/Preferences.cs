using Assay.Web.Languages;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Visits;

/// <summary>What a reader has chosen, kept in cookies of the browser: language and theme.</summary>
internal static class Preferences
{
    public const string CultureParameter = "culture";
    private const string LanguageCookie = "assay_language";
    private const string ThemeCookie = "assay_theme";

    /// <summary>The language: of the address, else the one chosen before, else the browser's first that is spoken here, else English.</summary>
    public static PageLanguage LanguageOf(HttpContext context)
    {
        var request = context.Request;
        if (PageLanguage.Find(request.Query[CultureParameter]) is { } asked)
        {
            return asked;
        }

        return PageLanguage.Find(request.Cookies[LanguageCookie])
            ?? request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => PageLanguage.Find(language.Value.Value))
                .FirstOrDefault(language => language is not null)
            ?? PageLanguage.English;
    }

    /// <summary>The theme that was chosen.</summary>
    public static Theme ThemeOf(HttpContext context) =>
        Enum.TryParse<Theme>(context.Request.Cookies[ThemeCookie], ignoreCase: true, out var theme) && Enum.IsDefined(theme) ? theme : Theme.System;

    /// <summary>Remembers a language that the address asks for, so that the next page speaks it too.</summary>
    public static void Remember(HttpContext context, PageLanguage language)
    {
        if (context.Request.Query.ContainsKey(CultureParameter) && context.Request.Cookies[LanguageCookie] != language.Tag)
        {
            Keep(context, LanguageCookie, language.Tag);
        }
    }

    public static void Keep(HttpContext context, Theme theme) => Keep(context, ThemeCookie, theme.ToString());

    public static void Keep(HttpContext context, PageLanguage language) => Keep(context, LanguageCookie, language.Tag);

    private static void Keep(HttpContext context, string cookie, string value) => context.Response.Cookies.Append(cookie, value, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(400),
        Path = "/",
    });
}
