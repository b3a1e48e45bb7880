namespace Assay.Client.Http;

/// <summary>The stream that was to be sent failed; what it threw is inside.</summary>
internal sealed class ContentException(Exception cause) : Exception(cause.Message, cause);
