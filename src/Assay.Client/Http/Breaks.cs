using Assay.Formats;

namespace Assay.Client.Http;

/// <summary>What a broken connection, silence, or an answer that cannot be read means.</summary>
internal static class Breaks
{
    /// <summary>The failure of the call; null when the exception is none of the connection's.</summary>
    public static CallFailure? Explain(Exception failure, ServiceClient client, TimeSpan timeout) => failure switch
    {
        // Whoever gave the content, not the connection, broke off.
        HttpRequestException { InnerException: ContentException } or ContentException => null,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } refused =>
            Lost($"{client.Address} does not answer: {Reason(refused)}", refused, mayBeDone: false),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } insecure =>
            new(new AssayException(ErrorCode.TemporarilyUnavailable, $"{client.Address} cannot be reached safely: {Reason(insecure)}", insecure)),
        HttpRequestException or IOException => Lost($"The connection to {client.Address} broke: {Reason(failure)}", failure, mayBeDone: true),
        OperationCanceledException => Lost(
            FormattableString.Invariant($"{client.Address} was silent for {timeout.TotalSeconds:0.#} s"), failure, mayBeDone: true),
        _ => null,
    };

    private static CallFailure Lost(string message, Exception failure, bool mayBeDone) =>
        new(new AssayException(ErrorCode.TemporarilyUnavailable, message, failure)) { WorthRetrying = true, MayBeDone = mayBeDone };

    private static string Reason(Exception failure) => OneLine.Of((failure.InnerException ?? failure).Message.TrimEnd('.'));
}
