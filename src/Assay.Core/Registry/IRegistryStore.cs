using Assay.Tracking;

namespace Assay.Registry;

/// <summary>
/// Registered models and their versions, with MLflow's entities and rules. A call returns when what it wrote is durable; a call that throws has
/// written nothing. Refusals are <see cref="AssayException"/>s with MLflow's codes and messages. Safe for concurrent use.
/// </summary>
public interface IRegistryStore
{
    /// <summary>Creates a registered model and returns it.</summary>
    Task<RegisteredModel> CreateModelAsync(NewRegisteredModel model, CancellationToken cancellationToken = default);

    /// <summary>The registered model of that name. Throws when there is none.</summary>
    Task<RegisteredModel> GetModelAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>A page of registered models.</summary>
    Task<Page<RegisteredModel>> SearchModelsAsync(RegisteredModelQuery query, CancellationToken cancellationToken = default);

    /// <summary>Changes the description and returns the model.</summary>
    Task<RegisteredModel> DescribeModelAsync(string name, string? description, CancellationToken cancellationToken = default);

    /// <summary>Gives a registered model, and so its versions, another name and returns it.</summary>
    Task<RegisteredModel> RenameModelAsync(string name, string newName, CancellationToken cancellationToken = default);

    /// <summary>Deletes a registered model with its versions, for good.</summary>
    Task DeleteModelAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Writes a note on a registered model.</summary>
    Task SetModelTagAsync(string name, Tag tag, CancellationToken cancellationToken = default);

    /// <summary>Removes a note; nothing happens when there is none of that key.</summary>
    Task DeleteModelTagAsync(string name, string key, CancellationToken cancellationToken = default);

    /// <summary>Lets an alias stand for a version; it may have stood for another.</summary>
    Task SetAliasAsync(string name, string alias, int version, CancellationToken cancellationToken = default);

    /// <summary>Removes an alias; nothing happens when there is none.</summary>
    Task DeleteAliasAsync(string name, string alias, CancellationToken cancellationToken = default);

    /// <summary>The version that an alias stands for. Throws when there is none.</summary>
    Task<ModelVersion> GetVersionByAliasAsync(string name, string alias, CancellationToken cancellationToken = default);

    /// <summary>The latest version of each of the stages; of each stage that has one when none is named.</summary>
    Task<IReadOnlyList<ModelVersion>> GetLatestVersionsAsync(
        string name, IReadOnlyList<ModelStage> stages, CancellationToken cancellationToken = default);

    /// <summary>Creates a version and returns it.</summary>
    Task<ModelVersion> CreateVersionAsync(NewModelVersion version, CancellationToken cancellationToken = default);

    /// <summary>The version of that number. Throws when there is none.</summary>
    Task<ModelVersion> GetVersionAsync(string name, int version, CancellationToken cancellationToken = default);

    /// <summary>A page of versions.</summary>
    Task<Page<ModelVersion>> SearchVersionsAsync(ModelVersionQuery query, CancellationToken cancellationToken = default);

    /// <summary>Changes the description and returns the version.</summary>
    Task<ModelVersion> DescribeVersionAsync(string name, int version, string? description, CancellationToken cancellationToken = default);

    /// <summary>Moves a version to a stage and returns it.</summary>
    /// <param name="name">The registered model.</param>
    /// <param name="version">The version.</param>
    /// <param name="stage">Where it goes.</param>
    /// <param name="archiveExisting">Whether the versions that are in that stage go to <see cref="ModelStage.Archived"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<ModelVersion> MoveVersionAsync(
        string name, int version, ModelStage stage, bool archiveExisting = false, CancellationToken cancellationToken = default);

    /// <summary>Deletes a version, for good.</summary>
    Task DeleteVersionAsync(string name, int version, CancellationToken cancellationToken = default);

    /// <summary>Writes a note on a version.</summary>
    Task SetVersionTagAsync(string name, int version, Tag tag, CancellationToken cancellationToken = default);

    /// <summary>Removes a note; nothing happens when there is none of that key.</summary>
    Task DeleteVersionTagAsync(string name, int version, string key, CancellationToken cancellationToken = default);
}
