using Assay.Server.Access;

namespace Assay.Server;

/// <summary>How a server listens and what it allows; the defaults are meant for one person on one machine.</summary>
public sealed record ServerOptions
{
    /// <summary>The address to listen on; names and addresses other than the loopback's need authentication, or <c>--no-auth</c>.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Whether only programs on this machine can reach the host.</summary>
    public bool IsLoopback => Hosting.ListenAddress.IsLoopback(Host);

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; } = 5000;

    /// <summary>Names, beside the host's and the loopback's, by which requests may call the server; <c>*</c> for every name.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Who may use the server.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>The largest body of a request, artifacts apart, in bytes.</summary>
    public long MaxBodyBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// The largest artifact, and the largest part of one, in bytes. Artifacts are streamed: this bounds the disk that one upload can fill, not
    /// memory.
    /// </summary>
    public long MaxArtifactBytes { get; init; } = 100L * 1024 * 1024 * 1024;

    /// <summary>How many bytes of large bodies may be on their way at once.</summary>
    public long MaxBytesInFlight { get; init; } = 128 * 1024 * 1024;

    /// <summary>How many requests may be answered at once; more are told to try again.</summary>
    public int MaxRequests { get; init; } = 1024;

    /// <summary>How long stopping waits for what was accepted.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether only pages are served, and nothing that programs call: over a store that is somebody else's to serve.</summary>
    public bool PagesOnly { get; init; }

    /// <summary>How the log is written, to standard error.</summary>
    public LogFormat LogFormat { get; init; }

    /// <summary>From which level on things are logged; at debug every request is.</summary>
    public LogThreshold LogLevel { get; init; } = LogThreshold.Info;

    /// <summary>The clock that remembered and failed sign-ins go by.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;
}
