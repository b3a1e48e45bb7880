using System.Globalization;
using Assay.Server.Access;
using Assay.Storage.Access;
using Assay.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Pages;

/// <summary>Signs browsers in: each gets a token of its own, which ends by itself and is good for pages only.</summary>
internal sealed class PageSessions(AccessStore store, AccessWatch watch, SignIn signIn) : ISessions
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan NotKept = TimeSpan.FromHours(12);

    public async Task<SignInOutcome> BeginAsync(HttpContext context, string user, string password, bool keep)
    {
        // A token that a program has would else become a session that outlives it.
        var credentials = new Credentials(user, password);
        if (credentials.IsToken || user.Length == 0)
        {
            return default;
        }

        Caller? caller;
        try
        {
            var state = await watch.CurrentAsync().ConfigureAwait(false);
            caller = await signIn.FindAsync(credentials, context.Connection.RemoteIpAddress, state.Revision, context.RequestAborted).ConfigureAwait(false);
        }
        catch (SignIn.WaitException wait)
        {
            return new SignInOutcome(false, int.Parse(wait.Seconds, CultureInfo.InvariantCulture));
        }

        if (caller is not { Name: { } name })
        {
            return default;
        }

        await ForgetAsync(context).ConfigureAwait(false);
        var browser = BrowserName.Of(context.Request.Headers.UserAgent.ToString());
        var session = await store.BeginSessionAsync(name, browser, keep ? Kept : NotKept, context.RequestAborted).ConfigureAwait(false);
        SessionCookie.Write(context, session.Text, keep ? Kept : null);
        return new SignInOutcome(true);
    }

    public async Task EndAsync(HttpContext context)
    {
        SessionCookie.Delete(context);
        await ForgetAsync(context).ConfigureAwait(false);
    }

    private Task ForgetAsync(HttpContext context) =>
        SessionCookie.Text(context) is { } text ? store.EndSessionAsync(text, context.RequestAborted) : Task.CompletedTask;
}
