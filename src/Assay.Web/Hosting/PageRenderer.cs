using System.Text;
using Assay.Web.Layout;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assay.Web.Hosting;

/// <summary>Renders components to HTML: on the server, once, without anything that stays alive.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Renders a page and sends it. What fails while it is rendered has sent nothing yet.</summary>
    public async Task WriteAsync(Visit visit, Type component, IDictionary<string, object?> parameters, int status)
    {
        var html = new StringWriter(new StringBuilder(32 * 1024));
        await using (var renderer = new HtmlRenderer(services, loggers))
        {
            await renderer.Dispatcher.InvokeAsync(async () =>
            {
                var root = await renderer.RenderComponentAsync<PageRoot>(ParameterView.FromDictionary(new Dictionary<string, object?>
                {
                    [nameof(PageRoot.Visit)] = visit,
                    [nameof(PageRoot.Component)] = component,
                    [nameof(PageRoot.Parameters)] = parameters,
                })).ConfigureAwait(true);
                root.WriteHtmlTo(html);
            }).ConfigureAwait(false);
        }

        var response = visit.Context.Response;
        Preferences.Remember(visit.Context, visit.Language);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        PageSecurity.Protect(response);
        await response.WriteAsync(html.ToString(), visit.Context.RequestAborted).ConfigureAwait(false);
    }
}
