using Assay.Server.Access;
using Assay.Server.Experiments;
using Assay.Server.Faults;
using Assay.Server.Mlflow;
using Assay.Server.OpenApi;
using Assay.Server.Runs;
using Assay.Server.Scoring;
using Assay.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assay.Server;

/// <summary>A running server over a store. Dispose it to stop: what was accepted is answered first. The store stays open.</summary>
public sealed class AssayServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AssayServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the port that was found: <c>http://127.0.0.1:5000</c>.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>For tests: its parts.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>Starts listening; returns when the first request can be answered.</summary>
    public static async Task<AssayServer> StartAsync(IAssayStore store, ServerOptions options, CancellationToken cancellationToken = default)
    {
        await AccessRequirements.CheckAsync(options.Host, options.Access, (store as SqlStore)?.Access, cancellationToken).ConfigureAwait(false);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(options);
        builder.Services.AddAccess(store, options.Access, options.Clock);
        builder.Services.AddSingleton<ScoreTurns>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
        });
        builder.WebHost.UseUrls($"http://{options.Host}:{options.Port}");
        var app = builder.Build();
        app.UseTrustedProxies(options.Access);
        app.UseMiddleware<FaultMiddleware>();
        app.UseRouting();
        app.UseAccess();
        MapRoutes(app);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return new AssayServer(app);
    }

    /// <summary>Completes when the server has been stopped.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static void MapRoutes(WebApplication app)
    {
        app.MapGet("/health", (RequestDelegate)(context => context.Response.WriteAsync("OK"))).WithMetadata(Need.Nothing);
        var mlflow = new MlflowRoutes(app);
        ExperimentRoutes.Map(mlflow);
        RunRoutes.Map(mlflow);
        ScoreRoutes.Map(app);
        OpenApiRoute.Map(app);
    }
}
