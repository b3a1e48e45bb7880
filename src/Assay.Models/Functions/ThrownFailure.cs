using System.ClientModel;
using Assay.Formats;

namespace Assay.Models;

/// <summary>What an exception of somebody else's code (a function, a chat client) means for the row.</summary>
internal static class ThrownFailure
{
    public static ModelException From(string name, Exception exception)
    {
        var message = $"{name}: {OneLine.Of(exception.Message)}";
        return exception switch
        {
            ClientResultException { Status: > 0 } refused => OfStatus(refused.Status, message, exception),
            HttpRequestException { StatusCode: { } status } => OfStatus((int)status, message, exception),
            ClientResultException or HttpRequestException or IOException => new ModelException(ModelFailure.Unreachable, message, exception),
            TimeoutException or OperationCanceledException => new ModelException(
                ModelFailure.TimedOut, $"{name}: no answer in its own time limit", exception),
            _ => new ModelException(
                ModelFailure.Rejected, $"{name}: {exception.GetType().Name}: {OneLine.Of(exception.Message)}", exception),
        };
    }

    private static ModelException OfStatus(int status, string message, Exception exception) =>
        new(StatusFailure.Of(status), message, exception) { Status = status };
}
