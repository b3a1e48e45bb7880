using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Settings;

/// <summary>Who may govern users and tokens by a page: somebody who signed in as a person.</summary>
internal static class AccountRules
{
    /// <summary>
    /// The accounts for a visitor; null where nobody signs in, as whoever reaches an open server must not make themselves its admin for good, and
    /// for programs, whose token must not make another that outlives it.
    /// </summary>
    public static IAccounts? Find(Visit visit) =>
        visit.Visitor is { Name: not null, IsProgram: false } ? visit.Context.RequestServices.GetService<IAccounts>() : null;

    public static IAccounts Get(Visit visit) =>
        Find(visit) ?? throw new AssayException(ErrorCode.PermissionDenied, visit.T["settings.sign_in_first"]);

    /// <summary>Refuses what would lock the admin out who does it: so there is always one left.</summary>
    public static void CheckNotOneself(Visit visit, string name)
    {
        if (name == visit.Visitor.Name)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["settings.not_oneself"]);
        }
    }

    public static AccountRole Role(Visit visit, IFormCollection form) =>
        Enum.TryParse<AccountRole>(form["role"], ignoreCase: true, out var role) && Enum.IsDefined(role)
            ? role
            : throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["settings.no_role"]);
}
