using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Server.Access;

/// <summary>
/// Lets a request through to its route when its caller may use it. Comes after routing. A route that does not say what it needs is for admins.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, Authentication authentication)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // What is no route of ours, such as the answer to a wrong method, gives nothing away.
        if (context.GetEndpoint() is RouteEndpoint route && NeedOf(route) is not Need.Nothing and var need)
        {
            context.Features.Set(await AdmitAsync(context, need).ConfigureAwait(false));
        }

        await next(context).ConfigureAwait(false);
    }

    /// <summary>What a route says last that it needs.</summary>
    public static Need NeedOf(RouteEndpoint route)
    {
        for (var i = route.Metadata.Count - 1; i >= 0; i--)
        {
            if (route.Metadata[i] is Need need)
            {
                return need;
            }
        }

        return Need.Administer;
    }

    private async Task<Caller> AdmitAsync(HttpContext context, Need need)
    {
        Caller? caller;
        try
        {
            caller = await authentication.FindCallerAsync(context).ConfigureAwait(false);
        }
        catch (SignIn.WaitException wait)
        {
            OnStarting(context, headers => headers.RetryAfter = wait.Seconds);
            throw new AssayException(
                ErrorCode.RequestLimitExceeded, $"Too many failed sign-ins of this user or from this address; try again in {wait.Seconds} s.");
        }

        if (caller is null)
        {
            OnStarting(context, headers => headers.WWWAuthenticate = new(["Basic realm=\"assay\", charset=\"UTF-8\"", "Bearer realm=\"assay\""]));
            throw new AssayException(
                ErrorCode.Unauthenticated,
                context.Request.Headers.Authorization.Count == 0
                    ? "You are not signed in. Give a user and a password (HTTP basic; MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD) "
                        + "or an API token (bearer; MLFLOW_TRACKING_TOKEN)."
                    : "User and password, or the API token, are not right, or no longer.");
        }

        return caller.May(need) ? caller : throw new AssayException(
            ErrorCode.PermissionDenied,
            $"Permission denied: user '{caller.Name}' has the role {Name(caller.Role)}, and this needs {(need == Need.Write ? "editor" : "admin")}.");
    }

    /// <summary>Headers of an answer that another place writes, which begins by clearing them.</summary>
    private static void OnStarting(HttpContext context, Action<IHeaderDictionary> set) => context.Response.OnStarting(() =>
    {
        set(context.Response.Headers);
        return Task.CompletedTask;
    });

    private static string Name(Storage.Access.Role role) => role switch
    {
        Storage.Access.Role.Reader => "reader",
        Storage.Access.Role.Editor => "editor",
        _ => "admin",
    };
}
