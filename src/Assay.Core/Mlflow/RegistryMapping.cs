using System.Globalization;
using Assay.Registry;

namespace Assay.Mlflow;

/// <summary>Registered models and their versions as messages, in both directions.</summary>
internal static class RegistryMapping
{
    private const string Ready = "READY";

    public static RegisteredModelMessage ToMessage(this RegisteredModel model) => new()
    {
        Name = model.Name,
        CreationTimestamp = model.CreationTime,
        LastUpdatedTimestamp = model.LastUpdateTime,
        Description = string.IsNullOrEmpty(model.Description) ? null : model.Description,
        LatestVersions = model.LatestVersions.ToMessages(ToMessage),
        Tags = model.Tags.ToMessages(RunMapping.ToMessage),
        Aliases = model.Aliases.ToMessages(ToMessage),
    };

    public static RegisteredModel ToRegisteredModel(this RegisteredModelMessage message) => new()
    {
        Name = message.Name ?? "",
        CreationTime = message.CreationTimestamp ?? 0,
        LastUpdateTime = message.LastUpdatedTimestamp ?? 0,
        Description = message.Description,
        LatestVersions = message.LatestVersions.ToEntities(ToModelVersion),
        Tags = message.Tags.ToEntities(RunMapping.ToTag),
        Aliases = message.Aliases.ToEntities(ToAlias),
    };

    /// <summary>The version as a message; the texts that MLflow always sends are sent empty.</summary>
    public static ModelVersionMessage ToMessage(this ModelVersion version) => new()
    {
        Name = version.Name,
        Version = version.Version.ToString(CultureInfo.InvariantCulture),
        CreationTimestamp = version.CreationTime,
        LastUpdatedTimestamp = version.LastUpdateTime,
        UserId = string.IsNullOrEmpty(version.UserId) ? null : version.UserId,
        CurrentStage = MlflowNames.Of(version.Stage),
        Description = version.Description ?? "",
        Source = version.Source,
        RunId = version.RunId,
        Status = Ready,
        Tags = version.Tags.ToMessages(RunMapping.ToMessage),
        RunLink = version.RunLink,
        Aliases = version.Aliases.Count == 0 ? null : [.. version.Aliases],
        ModelId = string.IsNullOrEmpty(version.ModelId) ? null : version.ModelId,
    };

    public static ModelVersion ToModelVersion(this ModelVersionMessage message) => new()
    {
        Name = message.Name ?? "",
        Version = Number(message.Version),
        CreationTime = message.CreationTimestamp ?? 0,
        LastUpdateTime = message.LastUpdatedTimestamp ?? 0,
        UserId = message.UserId,
        Stage = MlflowNames.ParseModelStage(message.CurrentStage) ?? ModelStage.None,
        Description = string.IsNullOrEmpty(message.Description) ? null : message.Description,
        Source = message.Source ?? "",
        StorageLocation = message.Source ?? "",
        RunId = message.RunId ?? "",
        RunLink = message.RunLink ?? "",
        ModelId = message.ModelId,
        Tags = message.Tags.ToEntities(RunMapping.ToTag),
        Aliases = message.Aliases ?? [],
    };

    private static AliasMessage ToMessage(ModelAlias alias) => new() { Alias = alias.Alias, Version = alias.Version.ToString(CultureInfo.InvariantCulture) };

    private static ModelAlias ToAlias(AliasMessage message) => new(message.Alias ?? "", Number(message.Version));

    private static int Number(string? version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
