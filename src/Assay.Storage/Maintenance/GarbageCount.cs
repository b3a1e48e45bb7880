namespace Assay.Storage.Maintenance;

/// <summary>How much there is of what can be deleted for good.</summary>
/// <param name="Experiments">Experiments.</param>
/// <param name="Runs">Runs, those of the experiments among them.</param>
/// <param name="LoggedModels">Logged models, those of the experiments among them.</param>
public sealed record GarbageCount(long Experiments = 0, long Runs = 0, long LoggedModels = 0)
{
    /// <summary>Experiments, runs and logged models together.</summary>
    public long Total => Experiments + Runs + LoggedModels;

    internal GarbageCount Plus(GarbageKind kind, long count) => kind switch
    {
        GarbageKind.Run => this with { Runs = Runs + count },
        GarbageKind.LoggedModel => this with { LoggedModels = LoggedModels + count },
        _ => this with { Experiments = Experiments + count },
    };
}
