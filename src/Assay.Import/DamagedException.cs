namespace Assay.Import;

/// <summary>Something at the source cannot be read as what it should be. It is named and passed over; the import goes on.</summary>
/// <param name="message">What is wrong, and where.</param>
/// <param name="innerException">The cause, when there is one.</param>
public sealed class DamagedException(string message, Exception? innerException = null) : Exception(message, innerException);
