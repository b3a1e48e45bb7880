using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Settings;

/// <summary>What an admin changes of users.</summary>
internal static class UserRoutes
{
    public static void Map(PageRoutes pages)
    {
        Map(pages, "/settings/users", (accounts, visit, form, cancellationToken) =>
            accounts.AddAsync(Name(form), form["password"].ToString(), AccountRules.Role(visit, form), cancellationToken));
        Map(pages, "/settings/users/role", (accounts, visit, form, cancellationToken) =>
        {
            AccountRules.CheckNotOneself(visit, Name(form));
            return accounts.SetRoleAsync(Name(form), AccountRules.Role(visit, form), cancellationToken);
        });
        Map(pages, "/settings/users/disable", (accounts, visit, form, cancellationToken) =>
        {
            AccountRules.CheckNotOneself(visit, Name(form));
            return accounts.SetDisabledAsync(Name(form), disabled: true, cancellationToken);
        });
        Map(pages, "/settings/users/enable", (accounts, _, form, cancellationToken) =>
            accounts.SetDisabledAsync(Name(form), disabled: false, cancellationToken));
        Map(pages, "/settings/users/password", (accounts, _, form, cancellationToken) =>
            accounts.SetPasswordAsync(Name(form), form["password"].ToString(), cancellationToken));
    }

    private static void Map(PageRoutes pages, string path, Func<IAccounts, Visit, IFormCollection, CancellationToken, Task> change) => pages.Post(
        path,
        async (visit, form, cancellationToken) =>
        {
            await change(AccountRules.Get(visit), visit, form, cancellationToken).ConfigureAwait(false);
            return PageContent.Redirect(SettingsRoutes.Path + "#users");
        },
        PageNeed.Administer);

    private static string Name(IFormCollection form) => form["name"].ToString().Trim();
}
