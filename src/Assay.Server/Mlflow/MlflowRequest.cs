using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Mlflow;

/// <summary>Reads a message: from the JSON body, or from the query's values when there is no body.</summary>
internal static class MlflowRequest
{
    public static ValueTask<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        var request = context.Request;
        if (!HasBody(request))
        {
            return ValueTask.FromResult(MlflowQuery.Read(request.Query, type));
        }

        if (HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method) || HttpMethods.IsPatch(request.Method))
        {
            CheckContentType(request.ContentType);
        }

        if (request.Headers.ContentEncoding is [{ } encoding, ..] && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"Bad Request. Content-Encoding '{encoding}' is not read here; send the JSON as it is.");
        }

        return MlflowBody.ReadAsync(context, type);
    }

    /// <summary>Some clients send a body with GET or DELETE; what is written without a body has no type to check either.</summary>
    private static bool HasBody(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsDelete(request.Method)
        ? !request.QueryString.HasValue && (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        : true;

    private static void CheckContentType(string? type)
    {
        if (type is null)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, "Bad Request. Content-Type header is missing.");
        }

        var end = type.IndexOf(';', StringComparison.Ordinal);
        var name = (end < 0 ? type.AsSpan() : type.AsSpan(0, end)).Trim();
        if (!name.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, "Bad Request. Content-Type must be one of ['application/json'].");
        }
    }
}
