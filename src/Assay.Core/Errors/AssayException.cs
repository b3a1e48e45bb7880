namespace Assay;

/// <summary>A store refused a call, with the code that MLflow's protocol has for it. Nothing of the call was written.</summary>
public sealed class AssayException(ErrorCode code, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Why, in MLflow's terms.</summary>
    public ErrorCode Code { get; } = code;
}
