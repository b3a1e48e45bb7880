namespace Assay.Server.Scoring;

/// <summary>What scoring may take of a server.</summary>
internal static class ScoreLimits
{
    /// <summary>Rows of a request.</summary>
    public const int Rows = 10_000;

    /// <summary>Scorers of a request.</summary>
    public const int Scorers = 32;

    /// <summary>Bytes of a request's body.</summary>
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>Characters of a message: it may repeat something of the body.</summary>
    public const int Message = 600;

    /// <summary>How long a body may take to arrive: a place is held meanwhile.</summary>
    public static readonly TimeSpan Arrival = TimeSpan.FromMinutes(1);

    /// <summary>Requests that are under way at a time; more are refused before their bodies are read.</summary>
    public const int Requests = 8;
}
