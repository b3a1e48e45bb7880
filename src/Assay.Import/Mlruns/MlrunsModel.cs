using System.Globalization;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Import.Mlruns;

/// <summary>A registered model's folder: <c>models/NAME</c> with a <c>meta.yaml</c>, <c>tags</c>, <c>aliases</c>, and a folder <c>version-N</c> for each version.</summary>
internal static class MlrunsModel
{
    public const string FolderName = "models";

    private const string VersionPrefix = "version-";

    /// <summary>What a deleted version's stage is called; its folder stays.</summary>
    private const string DeletedStage = "Deleted_Internal";

    /// <summary>The model; null, and named, when it cannot be read.</summary>
    public static SourceRegisteredModel? Read(string folder, ImportLedger ledger)
    {
        var title = $"registered model '{Path.GetFileName(folder)}'";
        var parts = new PartLog(ledger, title);
        try
        {
            var meta = MetaFile.Read(folder);
            var model = new RegisteredModel
            {
                Name = meta.Filled("name") ?? throw new DamagedException("meta.yaml: it has no name"),
                Description = meta.Filled("description"),
                CreationTime = meta.Integer("creation_timestamp") ?? 0,
                LastUpdateTime = meta.Integer("last_updated_timestamp") ?? 0,
                Tags = Tags(folder, parts),
                Aliases = Aliases(folder, parts),
            };
            return new SourceRegisteredModel(model, Versions(folder, model.Name, ledger).ToAsyncEnumerable());
        }
        catch (DamagedException damage)
        {
            ledger.Skipped(ImportKind.RegisteredModel, title, damage.Message);
            return null;
        }
    }

    private static IEnumerable<ModelVersion> Versions(string folder, string model, ImportLedger ledger) => SafeFolder.Folders(folder)
        .Select(version => (version.FullName, Number: NumberOf(version.Name))).Where(version => version.Number > 0).OrderBy(version => version.Number)
        .Select(version => Version(version.FullName, model, version.Number, ledger)).OfType<ModelVersion>();

    private static ModelVersion? Version(string folder, string model, int number, ImportLedger ledger)
    {
        var title = $"version {number} of registered model '{model}'";
        try
        {
            var meta = MetaFile.Read(folder);
            var stage = meta.Filled("current_stage") ?? "None";
            if (stage == DeletedStage)
            {
                return null;
            }

            return new ModelVersion
            {
                Name = model,
                Version = number,
                CreationTime = meta.Integer("creation_timestamp") ?? 0,
                LastUpdateTime = meta.Integer("last_updated_timestamp") ?? 0,
                UserId = meta.Filled("user_id"),
                Stage = Enum.TryParse<ModelStage>(stage, ignoreCase: true, out var known) && Enum.IsDefined(known)
                    ? known
                    : throw new DamagedException($"meta.yaml: current_stage: '{stage}' is none"),
                Description = meta.Filled("description"),
                Source = meta.Text("source") ?? "",
                StorageLocation = meta.Text("storage_location") ?? "",
                RunId = meta.Text("run_id") ?? "",
                RunLink = meta.Text("run_link") ?? "",
                ModelId = meta.Filled("model_id"),
                Tags = Tags(folder, new PartLog(ledger, title)),
            };
        }
        catch (DamagedException damage)
        {
            ledger.Skipped(ImportKind.ModelVersion, title, damage.Message);
            return null;
        }
    }

    private static List<Tag> Tags(string folder, PartLog parts) =>
        [.. new KeyFolder(Path.Combine(folder, "tags"), "tag", parts).Values().Select(tag => new Tag(tag.Key, tag.Value))];

    private static List<ModelAlias> Aliases(string folder, PartLog parts)
    {
        var aliases = new List<ModelAlias>();
        foreach (var (alias, text) in new KeyFolder(Path.Combine(folder, "aliases"), "alias", parts).Values())
        {
            if (NumberOf(VersionPrefix + text.Trim()) is > 0 and var version)
            {
                aliases.Add(new ModelAlias(alias, version));
            }
            else
            {
                parts.LeaveOut($"alias '{alias}'", $"'{text}' is no version");
            }
        }

        return aliases;
    }

    private static int NumberOf(string name) => name.StartsWith(VersionPrefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(VersionPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
