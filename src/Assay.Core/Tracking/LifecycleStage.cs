namespace Assay.Tracking;

/// <summary>Whether an experiment or a run is in use or in the bin, from where it can be restored.</summary>
public enum LifecycleStage
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Deleted; kept until it is collected for good.</summary>
    Deleted,
}
