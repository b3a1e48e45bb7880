using Assay.Reports.Figures;
using Assay.Reports.Languages;
using Assay.Web.Hosting;
using Assay.Web.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Visits;

/// <summary>A request for a page: who looks, at what, in which language. Pages keep no other state.</summary>
public sealed class Visit
{
    private readonly Lazy<string> _formToken;

    internal Visit(HttpContext context, IAssayStore store, Visitor? visitor, DateTimeOffset now)
    {
        (Context, Store, Visitor, Now) = (context, store, visitor ?? new Visitor(null, MayWrite: false, MayAdminister: false), now);
        IsSignedIn = visitor is not null;
        Language = Preferences.LanguageOf(context);
        Theme = Preferences.ThemeOf(context);
        _formToken = new Lazy<string>(() => Visits.FormToken.Issue(context));
    }

    /// <summary>The request and its response.</summary>
    public HttpContext Context { get; }

    /// <summary>Where everything is kept.</summary>
    public IAssayStore Store { get; }

    /// <summary>Who looks; somebody who may nothing where nobody is signed in.</summary>
    public Visitor Visitor { get; }

    /// <summary>Whether it is known who looks, or nobody has to say.</summary>
    public bool IsSignedIn { get; }

    /// <summary>When.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The language of the page.</summary>
    public PageLanguage Language { get; }

    /// <summary>Light or dark.</summary>
    public Theme Theme { get; }

    /// <summary>The pages' texts.</summary>
    public Texts T => Language.Texts;

    /// <summary>How numbers and dates are written.</summary>
    public Notation Notation => Language.Notation;

    /// <summary>How figures are written.</summary>
    public FigureFormat Figures => Language.Figures;

    /// <summary>What each form holds, so that no other site can send it.</summary>
    public string FormToken => _formToken.Value;

    /// <summary>The page's address with its query, as links and forms come back to it. Of what a form did: the page that the form is on.</summary>
    public string Here => Read(Context.Request) is (var path, var query) ? path + query : "/";

    /// <summary>This server as the reader reached it: <c>http://127.0.0.1:5000</c>.</summary>
    public string Origin => $"{Context.Request.Scheme}://{Context.Request.Host}";

    /// <summary>Whether programs can log to this server.</summary>
    public bool TakesRuns => Context.RequestServices?.GetService<SiteOptions>()?.TakesRuns ?? true;

    /// <summary>What programs that log have as <c>MLFLOW_TRACKING_URI</c>: this server, or the store that its pages show.</summary>
    public string TrackingUri => TakesRuns ? Origin : Store.Location;

    /// <summary>A parameter of the address; null when it is not given or empty.</summary>
    public string? Query(string name) => Context.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>All values of a parameter of the address.</summary>
    public IReadOnlyList<string> QueryAll(string name) => [.. Context.Request.Query[name].Where(value => !string.IsNullOrEmpty(value))!];

    /// <summary>
    /// This page's address with other parameters: null takes one away. What pages through a list goes back to its first page; what a form did is not
    /// said again.
    /// </summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var query = Context.Request.Query
            .Where(parameter => parameter.Key is not (Preferences.CultureParameter or "page") && parameter.Value.Any(value => value is { Length: > 0 }))
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            query.Remove(name);
            if (value is not null)
            {
                query[name] = value;
            }
        }

        foreach (var name in Done.Parameters)
        {
            query.Remove(name);
        }

        return QueryHelpers.AddQueryString(Context.Request.Path, query);
    }

    /// <summary>This very page in another language.</summary>
    internal string In(PageLanguage language)
    {
        var (path, text) = Read(Context.Request) ?? ("/", "");
        var query = QueryHelpers.ParseQuery(text);
        query[Preferences.CultureParameter] = language.Tag;
        return QueryHelpers.AddQueryString(path, query);
    }

    private static (string Path, string Query)? Read(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return (request.Path.ToUriComponent(), request.QueryString.ToUriComponent());
        }

        // A page of ours says of its forms where they were sent from.
        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.ToUriComponent()
            ? (page.AbsolutePath, page.Query)
            : null;
    }
}
