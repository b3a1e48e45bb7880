namespace Assay.Data.Hub;

/// <summary>A service of the hub gave no answer, or said that it cannot now, as often as it was asked.</summary>
internal sealed class HubUnreachableException(string message, Exception? innerException = null) : Exception(message, innerException);
