using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Formats;
using Assay.Mlflow;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Faults;

/// <summary>Writes a refusal in the shape that MLflow's clients read.</summary>
internal static class FaultResponse
{
    // People read refusals: their quotes and letters stay what they are.
    private static readonly JsonTypeInfo<ErrorMessage> Readable =
        new MlflowJson(new JsonSerializerOptions(MlflowJson.Default.Options) { Encoder = JsonText.Readable }).ErrorMessage;

    public static Task WriteAsync(HttpContext context, ErrorCode code, string message) =>
        WriteAsync(context, MlflowErrors.Status(code), MlflowErrors.Name(code), message);

    public static async Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "1";
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new ErrorMessage { ErrorCode = code, Message = message }, Readable);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
