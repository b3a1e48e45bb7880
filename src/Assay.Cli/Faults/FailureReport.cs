using Assay.Formats;
using Assay.Models;

namespace Assay.Cli.Faults;

/// <summary>How a call that failed ends: one line on standard error and an exit code.</summary>
internal static class FailureReport
{
    private const int LongestMessage = 4000;

    public static int Write(Exception failure, TextWriter error)
    {
        var (code, message) = Describe(failure);
        if (message is not null)
        {
            error.WriteLine($"assay: {(Debug ? message : OneLine.Of(message, LongestMessage))}");
        }

        return code;
    }

    private static (int Code, string? Message) Describe(Exception failure) => failure switch
    {
        BadInputException => (ExitCode.BadInput, failure.Message),
        AssayException { Code: ErrorCode.InternalError } => (ExitCode.Fault, failure.Message),
        // A database that does not answer is a service; a file that is busy is not.
        AssayException { Code: ErrorCode.TemporarilyUnavailable, InnerException: System.Data.Common.DbException } => (ExitCode.ServiceFailed, failure.Message),
        AssayException => (ExitCode.BadInput, failure.Message),
        ModelException => (ExitCode.ServiceFailed, failure.Message),
        // A command that has something to say about its end wraps the cancellation.
        OperationCanceledException { InnerException: OperationCanceledException } => (ExitCode.Interrupted, failure.Message),
        OperationCanceledException => (ExitCode.Interrupted, "stopped"),
        // The reader of our output has gone away, as head does: nothing is left to say to it.
        IOException { InnerException: System.Net.Sockets.SocketException } => (ExitCode.Done, null),
        FileNotFoundException { FileName: { } assembly } when assembly.Contains(", Version=", StringComparison.Ordinal) => (ExitCode.Fault, failure.Message),
        UnauthorizedAccessException => (ExitCode.BadInput, failure.Message),
        IOException => (ExitCode.BadInput, failure.Message),
        AggregateException { InnerExceptions: [var only] } => Describe(only),
        _ => (ExitCode.Fault, Debug
            ? failure.ToString()
            : $"a fault of Assay's own: {failure.GetType().Name}: {failure.Message} (set ASSAY_DEBUG=1 to see where)"),
    };

    private static bool Debug => Environment.GetEnvironmentVariable("ASSAY_DEBUG") == "1";
}
