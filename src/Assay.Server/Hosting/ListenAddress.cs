using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Assay.Server.Hosting;

/// <summary>What the settings of host and port mean to the network.</summary>
internal static class ListenAddress
{
    /// <summary>Whether only programs on this machine can reach it.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Tells the web server to listen. Without this care it would take a name that it does not know for every address.</summary>
    public static void Configure(KestrelServerOptions kestrel, string host, int port)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && port != 0)
        {
            kestrel.ListenLocalhost(port);
        }
        else
        {
            kestrel.Listen(Find(host), port);
        }
    }

    /// <summary>The refusal that says what to do, where it is the settings that are to blame.</summary>
    public static BadInputException? Explain(Exception error, string host, int port)
    {
        var socket = error as SocketException ?? error.InnerException as SocketException ?? error.InnerException?.InnerException as SocketException;
        if (error is AddressInUseException || error.InnerException is AddressInUseException || socket?.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return new($"--port: {port} on {host} is in use by another program; stop it, or give another port (0 for any that is free)", error);
        }

        return socket?.SocketErrorCode switch
        {
            SocketError.AccessDenied => new($"--port: {port} may not be used by this user; give one of 1024 or more", error),
            SocketError.AddressNotAvailable => new($"--host: {host} is no address of this machine; give one that is, or 127.0.0.1", error),
            _ => null,
        };
    }

    private static IPAddress Find(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        if (IPAddress.TryParse(host, out var address))
        {
            return address;
        }

        try
        {
            return Dns.GetHostAddresses(host)[0];
        }
        catch (Exception error) when (error is SocketException or ArgumentException or IndexOutOfRangeException)
        {
            throw new BadInputException($"--host: '{host}' is neither an address nor a name that is known here; give an address, such as 127.0.0.1", error);
        }
    }
}
