using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Assay.Server.Tests.Artifacts;

/// <summary>Requests written byte by byte: what a client that means harm sends, and HttpClient would tidy up first.</summary>
internal static class RawHttp
{
    /// <summary>Sends a request with a target as it is, and gives the status and all of the answer.</summary>
    public static async Task<(int Status, string Answer)> SendAsync(Uri server, string method, string target, string body = "")
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, cancel);
        await using var stream = client.GetStream();
        var head = $"{method} {target} HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Length: {body.Length}\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head + body), cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(cancel);
        return (int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), NumberStyles.None, CultureInfo.InvariantCulture), answer);
    }
}
