using Assay.Web.Artifacts;
using Assay.Web.Comparisons;
using Assay.Web.Evaluations;
using Assay.Web.Experiments;
using Assay.Web.Home;
using Assay.Web.Hosting;
using Assay.Web.Metrics;
using Assay.Web.Runs;
using Assay.Web.Search;
using Assay.Web.Settings;
using Assay.Web.SignIn;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assay.Web;

/// <summary>The web pages of a store: put into a host by its three parts, services, middleware and routes.</summary>
public static class WebPages
{
    /// <summary>What the pages need. Without an <see cref="IVisitors"/> of the host's, anyone who reaches the pages may use them.</summary>
    public static IServiceCollection AddWebPages(this IServiceCollection services)
    {
        services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<LivePolls>();
        services.AddSingleton<LivePlaces>();
        services.AddSingleton<LiveUpdates>();
        services.AddSingleton<FailurePages>();
        services.TryAddSingleton(new SiteOptions());
        services.AddSingleton<ComparisonDesk>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IVisitors, Anyone>();
        return services.AddResponseCompression(compression =>
        {
            // A page repeats no secret that a reader could guess at: the forms' own is masked anew each time.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["text/html", "text/csv", "application/json", "image/svg+xml"];
        });
    }

    /// <summary>After routing.</summary>
    public static void UseWebPages(this IApplicationBuilder app) => app.UseWhen(
        context => context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null,
        pages => pages.UseResponseCompression());

    /// <summary>All pages of a store.</summary>
    /// <param name="endpoints">Where routes go.</param>
    /// <param name="store">What the pages show.</param>
    /// <param name="metadata">What each route carries for the host: the pages decide themselves who may see them.</param>
    public static void MapWebPages(this IEndpointRouteBuilder endpoints, IAssayStore store, object metadata)
    {
        endpoints.MapMethods("/assets/{digest}/{file}", ["GET", "HEAD"], (RequestDelegate)SiteAssets.WriteAsync).WithMetadata(metadata);
        var pages = new PageRoutes(endpoints, store, metadata);
        HomeRoutes.Map(pages);
        ExperimentListRoutes.Map(pages);
        SignInRoutes.Map(pages);
        SettingsRoutes.Map(pages);
        ExperimentRoutes.Map(pages);
        RunRoutes.Map(pages);
        MetricRoutes.Map(pages);
        ArtifactRoutes.Map(pages);
        EvaluationRoutes.Map(pages);
        ComparisonRoutes.Map(pages, endpoints.ServiceProvider.GetRequiredService<ComparisonDesk>());
        ThemeRoutes.Map(pages);
        SearchRoutes.Map(pages);
    }
}
