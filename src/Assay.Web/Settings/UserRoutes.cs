using Assay.Web.Hosting;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Settings;

/// <summary>What an admin changes of users.</summary>
internal static class UserRoutes
{
    /// <summary>What is done with the accounts, once it is known to be possible.</summary>
    private delegate Task Change(IAccounts accounts, CancellationToken cancellationToken);

    public static void Map(PageRoutes pages)
    {
        Map(pages, "/settings/users", (visit, form) =>
        {
            var (password, role) = (form["password"].ToString(), AccountRules.Role(visit, form));
            return (accounts, cancellationToken) => accounts.AddAsync(Name(form), password, role, cancellationToken);
        });
        Map(pages, "/settings/users/role", (visit, form) =>
        {
            AccountRules.CheckNotOneself(visit, Name(form));
            var role = AccountRules.Role(visit, form);
            return (accounts, cancellationToken) => accounts.SetRoleAsync(Name(form), role, cancellationToken);
        });
        Map(pages, "/settings/users/disable", (visit, form) =>
        {
            AccountRules.CheckNotOneself(visit, Name(form));
            return (accounts, cancellationToken) => accounts.SetDisabledAsync(Name(form), disabled: true, cancellationToken);
        });
        Map(pages, "/settings/users/enable", (_, form) => (accounts, cancellationToken) =>
            accounts.SetDisabledAsync(Name(form), disabled: false, cancellationToken));
        Map(pages, "/settings/users/password", (_, form) => (accounts, cancellationToken) =>
            accounts.SetPasswordAsync(Name(form), form["password"].ToString(), cancellationToken));
    }

    private static void Map(PageRoutes pages, string path, Func<Visit, IFormCollection, Change> read) => pages.Post(
        path,
        async (visit, form, cancellationToken) =>
        {
            var accounts = AccountRules.Get(visit);
            var change = read(visit, form);
            try
            {
                await change(accounts, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (AccountRefusals.OfUser(visit, Name(form), failure) is { } refusal)
            {
                throw refusal;
            }

            return PageContent.Redirect(SettingsRoutes.Path + "#users");
        },
        PageNeed.Administer);

    private static string Name(IFormCollection form) => form["name"].ToString().Trim();
}
