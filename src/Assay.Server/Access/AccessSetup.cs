using Assay.Server.Pages;
using Assay.Storage;
using Assay.Web.Settings;
using Assay.Web.SignIn;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Server.Access;

/// <summary>Puts users and rights into a server.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services, IAssayStore store, AccessOptions options, TimeProvider clock)
    {
        // Users are kept by the database itself: a store that only passes calls on has none.
        if ((store as SqlStore)?.Access is not { } access)
        {
            services.AddSingleton(new Authentication(options.Authentication, null, null));
            return;
        }

        services.AddSingleton(access);
        services.AddSingleton(new AccessWatch(access, clock));
        services.AddSingleton(new SignInCache(clock));
        services.AddSingleton(new SignInBrake(clock));
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<SignIn>();
        services.AddSingleton(all => new Authentication(
            options.Authentication, all.GetRequiredService<AccessWatch>(), all.GetRequiredService<SignIn>()));
        services.AddSingleton<IVisitors, PageVisitors>();
        services.AddSingleton<ISessions, PageSessions>();
        services.AddSingleton<IAccounts>(new StoreAccounts(access, TimeProvider.System));
    }

    /// <summary>Before anything that looks at a caller's address or at the scheme.</summary>
    public static void UseTrustedProxies(this WebApplication app, AccessOptions options)
    {
        if (options.TrustedProxies.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in options.TrustedProxies)
        {
            forwarded.KnownProxies.Add(proxy);
        }

        app.UseForwardedHeaders(forwarded);
    }

    /// <summary>After routing.</summary>
    public static void UseAccess(this WebApplication app) => app.UseMiddleware<AccessMiddleware>();
}
