using Assay.Web.Hosting;
using Assay.Web.Visits;

namespace Assay.Web.Settings;

/// <summary>Keeps the theme that a reader chose.</summary>
internal static class ThemeRoutes
{
    public static void Map(PageRoutes pages) => pages.Post(
        "/settings/theme",
        (visit, form, _) =>
        {
            if (Enum.TryParse<Theme>(form["theme"], ignoreCase: true, out var theme) && Enum.IsDefined(theme))
            {
                Preferences.Keep(visit.Context, theme);
            }

            return Task.FromResult(PageContent.Redirect(form["return"].ToString()));
        },
        PageNeed.Nothing);
}
