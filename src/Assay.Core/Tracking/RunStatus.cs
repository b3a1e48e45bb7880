namespace Assay.Tracking;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Announced, not begun.</summary>
    Scheduled,

    /// <summary>Ended well.</summary>
    Finished,

    /// <summary>Ended by a failure; what it had written stays.</summary>
    Failed,

    /// <summary>Ended by its user.</summary>
    Killed,
}
