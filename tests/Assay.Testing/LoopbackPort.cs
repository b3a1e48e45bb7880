using System.Net;
using System.Net.Sockets;

namespace Assay.Tests;

/// <summary>A port of the loopback for programs that must be told one.</summary>
public static class LoopbackPort
{
    /// <summary>One that nobody uses at this moment.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
