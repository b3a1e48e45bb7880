using Assay.Server.Access;
using Assay.Server.Artifacts;
using Assay.Server.Evaluations;
using Assay.Server.Experiments;
using Assay.Server.Faults;
using Assay.Server.Hosting;
using Assay.Server.Limits;
using Assay.Server.LoggedModels;
using Assay.Server.Metrics;
using Assay.Server.Mlflow;
using Assay.Server.OpenApi;
using Assay.Server.Operations;
using Assay.Server.Pages;
using Assay.Server.Registry;
using Assay.Server.Runs;
using Assay.Server.Safety;
using Assay.Server.Scoring;
using Assay.Server.Unsupported;
using Assay.Storage;
using Assay.Web;
using Assay.Web.Hosting;
using Assay.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
    /// <exception cref="BadInputException">The host or the port cannot be listened on, or others could reach it and nobody had to sign in.</exception>
    public static async Task<AssayServer> StartAsync(IAssayStore store, ServerOptions options, CancellationToken cancellationToken = default)
    {
        await AccessRequirements.CheckAsync(options, (store as SqlStore)?.Access, cancellationToken).ConfigureAwait(false);
        var builder = ServerHost.CreateBuilder(options);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<HostGuard>();
        builder.Services.AddSingleton<Instruments>();
        builder.Services.AddSingleton<ScoreTurns>();
        builder.Services.AddAccess(store, options.Access, options.Clock);
        builder.Services.AddSingleton<IStoreFacts, ServedStoreFacts>();
        builder.Services.AddSingleton(new SiteOptions(TakesRuns: !options.PagesOnly));
        builder.Services.AddWebPages();
        var app = builder.Build();

        // From outside to inside: what is measured, what is safe, what is bearable, what goes wrong, who it is, what it is.
        app.UseTrustedProxies(options.Access);
        app.UseMiddleware<RequestMeter>();
        app.UseMiddleware<SafetyMiddleware>();
        app.UseMiddleware<LoadLimit>();
        app.UseMiddleware<FaultMiddleware>();
        app.UseMiddleware<PathGuard>();
        app.UseRouting();
        app.UseAccess();
        app.UseWebPages();
        MapRoutes(app, store, options);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw ListenAddress.Explain(error, options.Host, options.Port) ?? error;
        }

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

    private static void MapRoutes(WebApplication app, IAssayStore store, ServerOptions options)
    {
        OperationRoutes.Map(app);
        app.MapWebPages(store, Need.Nothing);
        if (options.PagesOnly)
        {
            return;
        }

        UnsupportedRoutes.Map(app);
        var mlflow = new MlflowRoutes(app, store);
        ServerInfoRoutes.Map(mlflow);
        ExperimentRoutes.Map(mlflow);
        DatasetRoutes.Map(mlflow);
        RunRoutes.Map(mlflow);
        LoggingRoutes.Map(mlflow);
        RunInputRoutes.Map(mlflow);
        LoggedModelRoutes.Map(mlflow);
        LoggedModelDataRoutes.Map(mlflow);
        RegisteredModelRoutes.Map(mlflow);
        ModelVersionRoutes.Map(mlflow);
        AliasRoutes.Map(mlflow);
        HistoryRoutes.Map(mlflow);
        EvaluationRoutes.Map(app);
        ProxyRoutes.Map(app, store, options);
        RunArtifactRoutes.Map(app, mlflow, store);
        ScoreRoutes.Map(app);
        OpenApiRoute.Map(app);
    }
}
