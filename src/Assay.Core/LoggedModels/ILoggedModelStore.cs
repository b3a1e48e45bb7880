using Assay.Tracking;

namespace Assay.LoggedModels;

/// <summary>
/// Models that runs logged, with MLflow's entities and rules. A call returns when what it wrote is durable; a call that throws has written
/// nothing. What was measured on a model arrives with a run's metrics (<see cref="Metric.ModelId"/>). Safe for concurrent use.
/// </summary>
public interface ILoggedModelStore
{
    /// <summary>Creates a logged model and returns it.</summary>
    Task<LoggedModel> CreateAsync(NewLoggedModel model, CancellationToken cancellationToken = default);

    /// <summary>The logged model of that id. Throws when there is none.</summary>
    Task<LoggedModel> GetAsync(string modelId, CancellationToken cancellationToken = default);

    /// <summary>A page of logged models.</summary>
    Task<Page<LoggedModel>> SearchAsync(LoggedModelQuery query, CancellationToken cancellationToken = default);

    /// <summary>Says whether the files are there, and returns the model.</summary>
    Task<LoggedModel> FinalizeAsync(string modelId, LoggedModelStatus status, CancellationToken cancellationToken = default);

    /// <summary>Deletes a logged model.</summary>
    Task DeleteAsync(string modelId, CancellationToken cancellationToken = default);

    /// <summary>Writes notes on it and returns it.</summary>
    Task<LoggedModel> SetTagsAsync(string modelId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken = default);

    /// <summary>Removes a note; throws when there is none of that key.</summary>
    Task DeleteTagAsync(string modelId, string key, CancellationToken cancellationToken = default);

    /// <summary>Adds settings, which are written once.</summary>
    Task LogParamsAsync(string modelId, IReadOnlyList<Param> parameters, CancellationToken cancellationToken = default);
}
