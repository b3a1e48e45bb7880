using System.Globalization;
using Assay.Mlflow;
using Assay.Registry;

namespace Assay.Client.Registry;

/// <summary>Registered models and versions, as they are read from messages.</summary>
internal static class RegistryReading
{
    public static RegisteredModel ToModel(this RegisteredModelMessage message) => new()
    {
        Name = message.Name ?? "",
        Description = Text(message.Description),
        CreationTime = message.CreationTimestamp ?? 0,
        LastUpdateTime = message.LastUpdatedTimestamp ?? 0,
        LatestVersions = message.LatestVersions.ToEntities(ToVersion),
        Tags = message.Tags.ToEntities(RunMapping.ToTag),
        Aliases = message.Aliases.ToEntities(alias => new ModelAlias(alias.Alias ?? "", Number(alias.Version))),
    };

    public static ModelVersion ToVersion(this ModelVersionMessage message) => new()
    {
        Name = message.Name ?? "",
        Version = Number(message.Version),
        CreationTime = message.CreationTimestamp ?? 0,
        LastUpdateTime = message.LastUpdatedTimestamp ?? 0,
        UserId = Text(message.UserId),
        Stage = MlflowNames.ParseModelStage(message.CurrentStage) ?? ModelStage.None,
        Description = Text(message.Description),
        Source = message.Source ?? "",
        RunId = message.RunId ?? "",
        RunLink = message.RunLink ?? "",
        ModelId = Text(message.ModelId),
        Tags = message.Tags.ToEntities(RunMapping.ToTag),
        Aliases = message.Aliases ?? [],
    };

    public static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The protocol has no way to tell an empty text from none.</summary>
    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static int Number(string? version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
