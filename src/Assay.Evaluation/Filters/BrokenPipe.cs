using System.Net.Sockets;

namespace Assay.Filters;

/// <summary>Tells that the reader of a pipe has gone, which ends a filter quietly, from other faults of writing.</summary>
internal static class BrokenPipe
{
    private const int PipeWithoutReader = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    public static bool Is(IOException error) =>
        error.InnerException is SocketException { SocketErrorCode: SocketError.Shutdown or SocketError.ConnectionReset }
        || (OperatingSystem.IsWindows() ? error.HResult is WindowsBrokenPipe or WindowsNoData : error.HResult == PipeWithoutReader);
}
