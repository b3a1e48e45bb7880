using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace Assay.Storage.S3;

/// <summary>Says in our terms why S3 did not do something. What S3 itself says is kept out where it could name keys of access.</summary>
internal static class S3Faults
{
    private static readonly HashSet<string> NoObject = ["NoSuchKey", "NotFound", "NoSuchUpload"];

    /// <summary>Runs a call; its failures become refusals.</summary>
    public static async Task<T> TranslateAsync<T>(S3Address address, string what, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception error) when (Translate(address, what, error) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>The refusal that a failure means; null for what is no failure of S3's (a cancellation, a fault of ours).</summary>
    public static AssayException? Translate(S3Address address, string what, Exception error) => error switch
    {
        AmazonS3Exception answer => OfAnswer(address, what, answer),
        AmazonServiceException { InnerException: HttpRequestException } => Unavailable(address, "it cannot be reached", error),
        AmazonServiceException answer => Unavailable(address, answer.ErrorCode ?? "it gave no answer", error),
        AmazonClientException => new(
            ErrorCode.PermissionDenied,
            $"{Place(address)}: no AWS credentials were found by the server. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile.", error),
        HttpRequestException or IOException or TimeoutException => Unavailable(address, "it cannot be reached", error),
        TaskCanceledException { InnerException: TimeoutException } => Unavailable(address, "it does not answer", error),
        _ => null,
    };

    private static AssayException OfAnswer(S3Address address, string what, AmazonS3Exception answer) => (answer.StatusCode, answer.ErrorCode) switch
    {
        (_, "NoSuchBucket") => new(
            ErrorCode.ResourceDoesNotExist, $"{Place(address)}: there is no such bucket. Create it, or keep artifacts elsewhere.", answer),
        (_, { } code) when NoObject.Contains(code) => new(ErrorCode.ResourceDoesNotExist, $"No such {what}", answer),
        (HttpStatusCode.NotFound, _) => new(ErrorCode.ResourceDoesNotExist, $"No such {what}", answer),
        (_, "InvalidPart" or "InvalidPartOrder" or "EntityTooSmall" or "KeyTooLongError" or "InvalidArgument" or "MalformedXML") =>
            new(ErrorCode.InvalidParameterValue, $"S3 refuses {what}: {answer.ErrorCode}", answer),
        (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, _) => new(
            ErrorCode.PermissionDenied, $"{Place(address)} refuses the server's credentials ({answer.ErrorCode}). Check them, and the bucket's policy.", answer),
        (>= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or 0, _) =>
            Unavailable(address, answer.ErrorCode ?? "it cannot be reached", answer),
        _ => new(ErrorCode.InternalError, $"{Place(address)} refuses {what}: {answer.ErrorCode} ({(int)answer.StatusCode})", answer),
    };

    private static AssayException Unavailable(S3Address address, string why, Exception error) =>
        new(ErrorCode.TemporarilyUnavailable, $"{Place(address)} is not available now: {why}", error);

    private static string Place(S3Address address) => $"s3://{address.Bucket}";
}
