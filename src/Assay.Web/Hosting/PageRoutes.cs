using Assay.Web.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Hosting;

/// <summary>
/// Maps addresses to pages. Who may see a page, that a form comes from a page of ours, and what a page that fails looks like is decided here, for
/// all of them.
/// </summary>
public sealed class PageRoutes
{
    /// <summary>Distinct parameters of an address; the pages' own forms stay far below.</summary>
    private const int MostParameters = 250;

    private readonly IEndpointRouteBuilder _endpoints;
    private readonly IAssayStore _store;
    private readonly IVisitors _visitors;
    private readonly PageRenderer _renderer;
    private readonly LiveUpdates _live;
    private readonly TimeProvider _clock;
    private readonly object _metadata;

    /// <param name="endpoints">Where routes go.</param>
    /// <param name="store">What the pages show.</param>
    /// <param name="metadata">What each route carries, for the host.</param>
    internal PageRoutes(IEndpointRouteBuilder endpoints, IAssayStore store, object metadata)
    {
        (_endpoints, _store, _metadata) = (endpoints, store, metadata);
        _visitors = endpoints.ServiceProvider.GetRequiredService<IVisitors>();
        _renderer = endpoints.ServiceProvider.GetRequiredService<PageRenderer>();
        _live = endpoints.ServiceProvider.GetRequiredService<LiveUpdates>();
        _clock = endpoints.ServiceProvider.GetRequiredService<TimeProvider>();
    }

    /// <summary>A page. Its handler reads what it shows, and hands it to a component.</summary>
    public void Get(string path, Func<Visit, CancellationToken, Task<PageContent>> page, PageNeed need = PageNeed.Read) =>
        Map("GET", path, context => AnswerAsync(context, need, page));

    /// <summary>What a form does. Its handler changes something, and sends the reader to a page.</summary>
    public void Post(string path, Func<Visit, IFormCollection, CancellationToken, Task<PageContent>> change, PageNeed need = PageNeed.Write) =>
        Map("POST", path, context => AnswerAsync(context, need, async (visit, cancellationToken) =>
        {
            var form = await ReadFormAsync(visit, cancellationToken).ConfigureAwait(false);
            return FormToken.IsValid(context, form) ? await change(visit, form, cancellationToken).ConfigureAwait(false)
                : throw new AssayException(ErrorCode.PermissionDenied, visit.T["frame.stale_form"]);
        }));

    /// <summary>Something that answers for itself: a file, a stream of events. It is given only to those who may look.</summary>
    public void Raw(string path, Func<Visit, CancellationToken, Task> answer, PageNeed need = PageNeed.Read) => MapRaw(path, answer, need);

    /// <summary>
    /// Says when what a part of a page shows has changed: <c>data-live</c> of that part names the address. Whoever may look is told the same, so
    /// that one question serves all.
    /// </summary>
    public void Live(string path, Func<Visit, LiveQuestion> question) =>
        MapRaw(
            path,
            (visit, _) =>
            {
                CheckParameters(visit);
                return _live.WriteAsync(visit, question(visit));
            },
            PageNeed.Read).WithMetadata(StreamMark.Instance);

    private IEndpointConventionBuilder MapRaw(string path, Func<Visit, CancellationToken, Task> answer, PageNeed need) => Map("GET", path, async context =>
    {
        var visit = await VisitAsync(context).ConfigureAwait(false);
        if (!May(visit, need))
        {
            if (FailurePages.Suits(context.Request) && context.Request.Headers["Sec-Fetch-Dest"] != "iframe")
            {
                await PageFailures.Refuse(visit).WriteAsync(visit, _renderer).ConfigureAwait(false);
                return;
            }

            context.Response.StatusCode = visit.IsSignedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
            context.Response.ContentLength = 0;
            return;
        }

        await answer(visit, context.RequestAborted).ConfigureAwait(false);
    });

    private IEndpointConventionBuilder Map(string method, string path, RequestDelegate answer) =>
        _endpoints.MapMethods(path, method == "GET" ? ["GET", "HEAD"] : [method], answer).WithMetadata(_metadata, PageMark.Instance);

    private async Task AnswerAsync(HttpContext context, PageNeed need, Func<Visit, CancellationToken, Task<PageContent>> page)
    {
        Visit? visit = null;
        PageContent content;
        try
        {
            visit = await VisitAsync(context).ConfigureAwait(false);
            CheckParameters(visit);
            content = May(visit, need) ? await page(visit, context.RequestAborted).ConfigureAwait(false) : PageFailures.Refuse(visit);
        }
        catch (Exception failure) when (PageFailures.Explain(failure, context) is { } explained)
        {
            visit ??= new Visit(context, _store, null, _clock.GetUtcNow());
            content = explained;
        }

        await content.WriteAsync(visit, _renderer).ConfigureAwait(false);
    }

    private async ValueTask<Visit> VisitAsync(HttpContext context) =>
        new(context, _store, await _visitors.FindAsync(context).ConfigureAwait(false), _clock.GetUtcNow());

    private static bool May(Visit visit, PageNeed need) => need switch
    {
        PageNeed.Nothing => true,
        PageNeed.Read => visit.IsSignedIn,
        PageNeed.Write => visit.Visitor.MayWrite,
        _ => visit.Visitor.MayAdminister,
    };

    /// <summary>Links of a page repeat its parameters, so that thousands of them would make a page of megabytes.</summary>
    private static void CheckParameters(Visit visit)
    {
        if (visit.Context.Request.Query.Count is > MostParameters and var count)
        {
            visit.Context.Request.QueryString = QueryString.Empty;
            throw new AssayException(
                ErrorCode.InvalidParameterValue, visit.T["failure.too_many_parameters", visit.Notation.Count(count), visit.Notation.Count(MostParameters)]);
        }

        // No store keeps it, and some fail at being asked for it.
        if (visit.Context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            visit.Context.Request.QueryString = QueryString.Empty;
            throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["failure.no_text"]);
        }
    }

    private static async Task<IFormCollection> ReadFormAsync(Visit visit, CancellationToken cancellationToken)
    {
        var request = visit.Context.Request;
        if (!request.HasFormContentType)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["failure.form"]);
        }

        try
        {
            return await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException broken)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, visit.T["failure.form_broken"], broken);
        }
    }
}
