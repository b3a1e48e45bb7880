using System.Globalization;
using Assay.Server.Access;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Pages;

/// <summary>Knows who looks at a page: by the header <c>Authorization</c>, as at the API, else by the session that the browser holds.</summary>
internal sealed class PageVisitors(Authentication authentication) : IVisitors
{
    public async ValueTask<Visitor?> FindAsync(HttpContext context)
    {
        try
        {
            return await authentication.FindCallerAsync(context, SessionCookie.Read(context)).ConfigureAwait(false) is { } caller ? VisitorOf(caller) : null;
        }
        catch (SignIn.WaitException wait)
        {
            var seconds = int.Parse(wait.Seconds, CultureInfo.InvariantCulture);
            var language = Preferences.LanguageOf(context);
            throw new AssayException(ErrorCode.RequestLimitExceeded, language.Texts.Count("signin.wait", seconds, language.Notation.Count(seconds)));
        }
    }

    private static Visitor VisitorOf(Caller caller) => caller == Caller.Anyone
        ? Visitor.Anyone
        : new Visitor(caller.Name, caller.May(Need.Write), caller.May(Need.Administer)) 
        {
            IsProgram = caller is { TokenId: not null, IsSession: false },
            Session = caller.IsSession ? caller.TokenId : null,
        };
}
