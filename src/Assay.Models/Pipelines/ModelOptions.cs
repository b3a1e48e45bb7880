namespace Assay.Models;

/// <summary>How a model is asked: limits, repetitions, recordings.</summary>
public sealed record ModelOptions
{
    /// <summary>The time of a row when nothing else is asked for: long enough for a slow local model.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(5);

    /// <summary>The most repetitions of a failed call; 0 for none.</summary>
    public int Retries { get; init; } = RetryingModel.DefaultRetries;

    /// <summary>The time of a row, all its tries together; null for no limit.</summary>
    public TimeSpan? Timeout { get; init; } = DefaultTimeout;

    /// <summary>The most requests a minute; null for no limit.</summary>
    public double? RequestsPerMinute { get; init; }

    /// <summary>The most tokens a minute; null for no limit.</summary>
    public double? TokensPerMinute { get; init; }

    /// <summary>The cassette that every call is written to; null for none.</summary>
    public string? RecordTo { get; init; }

    /// <summary>Whether calls that <see cref="RecordTo"/> holds already are kept, for an evaluation that is taken up again.</summary>
    public bool AppendRecording { get; init; }

    /// <summary>The cassette that answers instead of the model, offline; null for none.</summary>
    public string? ReplayFrom { get; init; }

    /// <summary>What the calls may cost, shared by all models that it is given to; null for no limit. Replayed answers cost nothing.</summary>
    public Budget? Budget { get; init; }

    /// <summary>What must not get into a recording.</summary>
    public Secrets Secrets { get; init; } = Secrets.None;

    /// <summary>Throws <see cref="BadInputException"/> when a limit makes no sense.</summary>
    internal void Check()
    {
        Refuse(Retries < 0, "retries must not be negative");
        Refuse(Timeout <= TimeSpan.Zero || Timeout?.TotalMilliseconds > int.MaxValue, "the time-out must be more than 0 and less than 24 days");
        Refuse(RequestsPerMinute is { } requests && !(requests > 0 && double.IsFinite(requests)), "requests a minute must be more than 0");
        Refuse(TokensPerMinute is { } tokens && !(tokens > 0 && double.IsFinite(tokens)), "tokens a minute must be more than 0");
        Refuse(RecordTo is not null && ReplayFrom is not null, "a replayed evaluation cannot be recorded: its cassette is the recording; give only one of the two");
    }

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
        {
            throw new BadInputException(message);
        }
    }
}
