namespace Assay.Models;

/// <summary>A call cannot be recorded, as on a full disk. The answer is lost, and so would be those of all later calls: whoever asks should stop.</summary>
/// <param name="message">What could not be written, and why; one line.</param>
/// <param name="innerException">What the file system said.</param>
public sealed class RecordingException(string message, Exception innerException) : IOException(message, innerException);
