namespace Assay.Storage.Maintenance;

/// <summary>What is deleted for good. Stored by number.</summary>
internal enum GarbageKind
{
    Run,
    LoggedModel,
    Experiment,
}
