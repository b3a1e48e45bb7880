using System.Globalization;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Settings;

/// <summary>A visitor's own tokens: whoever may look may have one, which may no more than they.</summary>
internal static class TokenRoutes
{
    private const int MostDays = 3650;

    public static void Map(PageRoutes pages)
    {
        pages.Post("/settings/tokens", CreateAsync, PageNeed.Read);
        pages.Post("/settings/tokens/revoke", RevokeAsync, PageNeed.Read);
    }

    private static async Task<PageContent> CreateAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var accounts = AccountRules.Get(visit);
        string text;
        try
        {
            text = await accounts.CreateTokenAsync(visit.Visitor.Name!, form["name"].ToString().Trim(), Lifetime(form["days"]), cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException failure) when (AccountRefusals.OfToken(visit, failure) is { } refusal)
        {
            throw refusal;
        }

        return await SettingsRoutes.ShowAsync(visit, text, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<PageContent> RevokeAsync(Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var accounts = AccountRules.Get(visit);
        try
        {
            await accounts.RevokeTokenAsync(visit.Visitor.Name!, form["id"].ToString(), cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException failure) when (AccountRefusals.OfToken(visit, failure) is { } refusal)
        {
            throw refusal;
        }

        return PageContent.Redirect(SettingsRoutes.Path);
    }

    /// <summary>Null for a token that does not end: only when that was asked for.</summary>
    private static TimeSpan? Lifetime(string? days) => days == "never" ? null
        : TimeSpan.FromDays(int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, MostDays) : 90);
}
