using System.Text;
using Assay.Registry;
using Assay.Storage.Tracking;
using Assay.Tracking;

namespace Assay.Storage.Registry;

/// <summary>MLflow's rules for names, notes and aliases of registered models, with its messages.</summary>
internal static class RegistryRules
{
    private const int LongestName = 256;
    private const int LongestTag = 5000;
    private const int LongestAlias = 255;
    private const int LongestRunId = 256;

    // Others are numbered after it, and must have room.
    private const int LargestVersion = 1_000_000_000;
    private const string PromptText = "mlflow.prompt.text";

    /// <summary>Refuses a name that is missing, too long, or that a <c>models:/NAME/VERSION</c> URI could not hold.</summary>
    public static void CheckName(string? name, string parameter = "name")
    {
        if (string.IsNullOrEmpty(name))
        {
            throw EntityKey.Missing(parameter);
        }

        EntityKey.CheckLength("Registered model name", name, LongestName);
        if (name.AsSpan().ContainsAny('/', ':'))
        {
            throw Invalid($"Invalid value \"{name}\" for parameter '{parameter}' supplied: Registered model name cannot contain '/' or ':'.");
        }
    }

    public static void Check(NewModelVersion version)
    {
        CheckName(version.Name);
        if (string.IsNullOrEmpty(version.Source))
        {
            throw EntityKey.Missing("source");
        }

        EntityKey.CheckLength("run_id", version.RunId ?? "", LongestRunId);
        foreach (var tag in version.Tags)
        {
            CheckVersionTag(tag);
        }

        if (version.Version is < 1 or > LargestVersion)
        {
            throw Invalid($"Parameter 'version' must be from 1 to {LargestVersion}, got '{version.Version}'.");
        }
    }

    public static void CheckTag(Tag tag)
    {
        EntityKey.Check("key", tag.Key, "key");
        EntityKey.CheckLength("value", tag.Value, LongestTag);
    }

    public static void CheckVersionTag(Tag tag)
    {
        if (tag.Key == PromptText && tag.Value.Length > LongestTag)
        {
            throw Invalid($"Prompt text exceeds max length of {LongestTag} characters.");
        }

        CheckTag(tag);
    }

    /// <summary>Refuses an alias that is missing or too long, holds other than word characters and dashes, or would read as a version.</summary>
    public static void CheckAlias(string? alias)
    {
        if (string.IsNullOrEmpty(alias))
        {
            throw Invalid("Registered model alias name cannot be empty.");
        }

        if (!alias.EnumerateRunes().All(rune => rune.Value is '_' or '-' || Rune.IsLetterOrDigit(rune)))
        {
            throw Invalid($"Invalid alias name: '{alias}'. Names may only contain alphanumerics, underscores (_), and dashes (-).");
        }

        EntityKey.CheckLength("Registered model alias name", alias, LongestAlias);
        if (alias.Equals("latest", StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid("'latest' alias name (case insensitive) is reserved.");
        }

        if (alias.Length > 1 && alias[0] is 'v' or 'V' && alias.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            throw Invalid($"Version alias name '{alias}' is reserved.");
        }
    }

    /// <summary>Archiving what is in a stage makes sense for the stages that stand for use.</summary>
    public static void CheckArchiving(ModelStage stage, bool archiveExisting)
    {
        if (archiveExisting && stage is not (ModelStage.Staging or ModelStage.Production))
        {
            throw Invalid(
                $"Model version transition cannot archive existing model versions because '{stage}' is not an Active stage. "
                + "Valid stages are ['Staging', 'Production']");
        }
    }

    public static AssayException UnknownModel(string name) =>
        new(ErrorCode.ResourceDoesNotExist, $"Registered Model with name={name} not found");

    public static AssayException UnknownVersion(string name, int version) =>
        new(ErrorCode.ResourceDoesNotExist, $"Model Version (name={name}, version={version}) not found");

    /// <summary>The name is taken, by a model or by a prompt.</summary>
    public static AssayException Taken(string name, bool byPrompt, bool forPrompt)
    {
        var (old, wanted) = (byPrompt ? "Prompt" : "Registered Model", forPrompt ? "Prompt" : "Registered Model");
        return new AssayException(
            ErrorCode.ResourceAlreadyExists,
            byPrompt == forPrompt
                ? $"{wanted} (name={name}) already exists."
                : $"Tried to create a {wanted.ToLowerInvariant()} with name '{name}', but the name is already taken by a {old.ToLowerInvariant()}. "
                    + "MLflow does not allow creating a model and a prompt with the same name.");
    }

    private static AssayException Invalid(string message) => new(ErrorCode.InvalidParameterValue, message);
}
