using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Tests.Web;

/// <summary>Requests for pages, without a server.</summary>
internal static class Request
{
    /// <summary>A visit of an address: <c>/compare?runs=a</c>.</summary>
    public static Visit Visit(string address, DateTimeOffset now = default, params (string Name, string Value)[] headers)
    {
        var parts = address.Split('?', 2);
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = parts[0];
        context.Request.QueryString = parts.Length > 1 ? new QueryString("?" + parts[1]) : default;
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return new Visit(context, null!, Visitor.Anyone, now);
    }
}
