namespace Assay.Cli;

/// <summary>What the program's exit code tells.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>It ran, and the quality is below what was asked: a gate failed, or more rows failed than allowed.</summary>
    public const int GateFailed = 1;

    /// <summary>It ran, and not all of what was asked for could be had: an import that had to leave something behind.</summary>
    public const int Incomplete = 1;

    /// <summary>What the user gave cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>A service that is needed did not answer or refused the key.</summary>
    public const int ServiceFailed = 3;

    /// <summary>A fault of Assay's own (EX_SOFTWARE).</summary>
    public const int Fault = 70;

    /// <summary>Ended by Ctrl-C (128 + SIGINT), as shells expect.</summary>
    public const int Interrupted = 130;
}
