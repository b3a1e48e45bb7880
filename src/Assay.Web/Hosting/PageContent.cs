using System.Text;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Assay.Web.Hosting;

/// <summary>What a page answers with: a component, another address, or a file.</summary>
public abstract class PageContent
{
    /// <summary>A page that is rendered from a component, with the values of its parameters.</summary>
    public static PageContent Of<TComponent>(params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TComponent : IComponent => OfStatus<TComponent>(StatusCodes.Status200OK, parameters);

    /// <summary>The same with a status of its own.</summary>
    public static PageContent OfStatus<TComponent>(int status, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TComponent : IComponent
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            values.Add(name, value);
        }

        return new ComponentContent(typeof(TComponent), values, status);
    }

    /// <summary>Another address of this server: after a form, with GET. What is no path of it leads home.</summary>
    public static PageContent Redirect(string path) => new RedirectContent(IsOwnPath(path) ? path : "/");

    /// <summary>A text to download.</summary>
    public static PageContent File(string name, string contentType, Func<TextWriter, CancellationToken, Task> write) =>
        new FileContent(name, contentType, write);

    /// <summary>Whether a path stays on this server: <c>//elsewhere</c> and <c>/\elsewhere</c> do not.</summary>
    public static bool IsOwnPath(string? path) => path is ['/', .. var rest] && rest is not ['/' or '\\', ..] && !rest.Any(char.IsControl);

    internal abstract Task WriteAsync(Visit visit, PageRenderer renderer);

    private sealed class ComponentContent(Type component, Dictionary<string, object?> parameters, int status) : PageContent
    {
        internal override Task WriteAsync(Visit visit, PageRenderer renderer) => renderer.WriteAsync(visit, component, parameters, status);
    }

    private sealed class RedirectContent(string path) : PageContent
    {
        internal override Task WriteAsync(Visit visit, PageRenderer renderer)
        {
            visit.Context.Response.StatusCode = StatusCodes.Status303SeeOther;
            visit.Context.Response.Headers.Location = UriHelper.Encode(new Uri(path, UriKind.Relative));
            visit.Context.Response.ContentLength = 0;
            return Task.CompletedTask;
        }
    }

    private sealed class FileContent(string name, string contentType, Func<TextWriter, CancellationToken, Task> write) : PageContent
    {
        internal override async Task WriteAsync(Visit visit, PageRenderer renderer)
        {
            var response = visit.Context.Response;
            response.ContentType = contentType;
            response.Headers.ContentDisposition = $"attachment; filename=\"{Ascii(name)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
            var writer = new StreamWriter(response.Body, new UTF8Encoding(false), 16 * 1024, leaveOpen: true);
            await using (writer.ConfigureAwait(false))
            {
                await write(writer, visit.Context.RequestAborted).ConfigureAwait(false);
            }
        }

        private static string Ascii(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
    }
}
