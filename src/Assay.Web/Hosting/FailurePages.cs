using Assay.Web.Layout;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Hosting;

/// <summary>Says in a page what the host would say to a program: to browsers, where no page of ours has answered.</summary>
internal sealed class FailurePages(IAssayStore store, IVisitors visitors, PageRenderer renderer, TimeProvider clock)
{
    private static readonly string[] Programs = ["/api", "/ajax-api", "/v1", "/openapi", "/metrics", "/health", "/version", SiteAssets.Root, "/live"];

    /// <summary>Whether somebody looks who reads pages, and at an address that could be one.</summary>
    public static bool Suits(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !Programs.Any(program => request.Path.StartsWithSegments(program, StringComparison.OrdinalIgnoreCase));

    public async Task WriteAsync(HttpContext context, int status, FailureKind kind)
    {
        var visit = new Visit(context, store, await FindAsync(context).ConfigureAwait(false), clock.GetUtcNow());
        await PageContent.OfStatus<FailurePage>(status, (nameof(FailurePage.Kind), kind)).WriteAsync(visit, renderer).ConfigureAwait(false);
    }

    /// <summary>The page of a refusal; false for what is a fault of our own.</summary>
    public async Task<bool> TryWriteAsync(HttpContext context, Exception failure)
    {
        if (PageFailures.Explain(failure, context) is not { } content) return false;
        await content.WriteAsync(new Visit(context, store, await FindAsync(context).ConfigureAwait(false), clock.GetUtcNow()), renderer).ConfigureAwait(false);
        return true;
    }

    /// <summary>A page that leads nowhere and tells nothing of who looks or of the store, which is not asked.</summary>
    public Task WriteAloneAsync(HttpContext context, int status, FailureKind kind) =>
        PageContent.OfStatus<FailurePage>(status, (nameof(FailurePage.Kind), kind), (nameof(FailurePage.IsAlone), true))
            .WriteAsync(new Visit(context, store, null, clock.GetUtcNow()), renderer);

    /// <summary>Who looks; nobody when that cannot be found out now: the page says what is wrong all the same.</summary>
    private async ValueTask<Visitor?> FindAsync(HttpContext context)
    {
        try
        {
            return await visitors.FindAsync(context).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return null;
        }
    }
}
