namespace Assay;

/// <summary>
/// What the user gave cannot be used: a file, a line in it, an option. The command line prints the message as one line and exits with 2.
/// </summary>
/// <param name="message">What is wrong, where (file, line, field), and what to do about it; one line.</param>
/// <param name="innerException">The cause, when there is one.</param>
public sealed class BadInputException(string message, Exception? innerException = null) : Exception(message, innerException);
