using System.Globalization;
using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.SignIn;

/// <summary>Signing in and out.</summary>
internal static class SignInRoutes
{
    private const string Return = "return";

    public static void Map(PageRoutes pages)
    {
        pages.Get("/sign-in", (visit, _) => Task.FromResult(Show(visit)), PageNeed.Nothing);
        pages.Post("/sign-in", (visit, form, _) => SignInAsync(visit, form), PageNeed.Nothing);
        pages.Post("/sign-out", (visit, _, _) => SignOutAsync(visit), PageNeed.Nothing);
    }

    private static PageContent Show(Visit visit)
    {
        var back = visit.Query(Return) ?? "/";
        return visit.IsSignedIn
            ? PageContent.Redirect(back)
            : PageContent.Of<SignInPage>((nameof(SignInPage.Return), back));
    }

    private static async Task<PageContent> SignInAsync(Visit visit, IFormCollection form)
    {
        var (user, back) = (form["user"].ToString().Trim(), form[Return].ToString());
        if (visit.Context.RequestServices.GetService<ISessions>() is not { } sessions)
        {
            return PageContent.Redirect(back);
        }

        var outcome = await sessions.BeginAsync(visit.Context, user, form["password"].ToString(), form.ContainsKey("keep")).ConfigureAwait(false);
        if (outcome.IsSignedIn)
        {
            return PageContent.Redirect(back);
        }

        if (outcome.WaitSeconds > 0)
        {
            visit.Context.Response.Headers.RetryAfter = outcome.WaitSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return PageContent.OfStatus<SignInPage>(
            outcome.WaitSeconds > 0 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status403Forbidden,
            (nameof(SignInPage.Return), back), (nameof(SignInPage.User), user), (nameof(SignInPage.Wait), outcome.WaitSeconds), (nameof(SignInPage.HasFailed), true));
    }

    private static async Task<PageContent> SignOutAsync(Visit visit)
    {
        if (visit.Context.RequestServices.GetService<ISessions>() is { } sessions)
        {
            await sessions.EndAsync(visit.Context).ConfigureAwait(false);
        }

        return PageContent.Redirect("/sign-in");
    }
}
