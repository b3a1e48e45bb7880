using Microsoft.AspNetCore.Http;

namespace Assay.Web.SignIn;

/// <summary>Signs browsers in and out: implemented where users are kept, and not there where nobody has to sign in.</summary>
public interface ISessions
{
    /// <summary>Signs a browser in, when name and password are right; whatever is wrong takes the same time.</summary>
    /// <param name="context">The request: its answer gets the cookie.</param>
    /// <param name="user">The user's name.</param>
    /// <param name="password">The password; an API token is none.</param>
    /// <param name="keep">Whether the browser stays signed in when it is closed.</param>
    Task<SignInOutcome> BeginAsync(HttpContext context, string user, string password, bool keep);

    /// <summary>Signs the browser out: what it held is no longer good anywhere.</summary>
    Task EndAsync(HttpContext context);
}
