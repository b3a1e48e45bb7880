namespace Assay.Server;

/// <summary>From which level on a server logs.</summary>
public enum LogThreshold
{
    /// <summary>Every request too.</summary>
    Debug,

    /// <summary>Starting, stopping, and what goes wrong.</summary>
    Info,

    /// <summary>What goes wrong.</summary>
    Warning,

    /// <summary>What fails by the server's own fault.</summary>
    Error,
}
