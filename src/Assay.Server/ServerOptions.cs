using Assay.Server.Access;

namespace Assay.Server;

/// <summary>How a server listens and what it allows; the defaults are meant for one person on one machine.</summary>
public sealed record ServerOptions
{
    /// <summary>The address to listen on; names and addresses other than the loopback's need authentication, or <c>--no-auth</c>.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; } = 5000;

    /// <summary>The largest body of a request, artifacts apart, in bytes.</summary>
    public long MaxBodyBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Who may use the server.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>The clock that waits after failed sign-ins go by.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;
}
