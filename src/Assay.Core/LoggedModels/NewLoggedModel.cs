using Assay.Tracking;

namespace Assay.LoggedModels;

/// <summary>A logged model to be created, in status <see cref="LoggedModelStatus.Pending"/>.</summary>
/// <param name="ExperimentId">An active experiment.</param>
/// <param name="Name">A name for people; null for one made up by the store.</param>
public sealed record NewLoggedModel(string ExperimentId, string? Name = null)
{
    /// <summary>What kind of model.</summary>
    public string? ModelType { get; init; }

    /// <summary>The run that logs it.</summary>
    public string? SourceRunId { get; init; }

    /// <summary>Settings.</summary>
    public IReadOnlyList<Param> Params { get; init; } = [];

    /// <summary>Notes.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The id that it had elsewhere, for what is copied from another store; null for a new one.</summary>
    public string? ModelId { get; init; }

    /// <summary>When it was created elsewhere; null for now.</summary>
    public long? CreationTime { get; init; }
}
