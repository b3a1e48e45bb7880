using System.Buffers;
using Assay.LoggedModels;
using Assay.Storage.Tracking;
using Assay.Tracking;

namespace Assay.Storage.LoggedModels;

/// <summary>MLflow's rules for logged models, with its messages.</summary>
internal static class LoggedModelRules
{
    private const int LongestName = 500;
    private const int LongestParam = 6000;
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/:.%\"'");

    public static void Check(NewLoggedModel model)
    {
        if (model.Name is { } name)
        {
            CheckName(name);
        }

        if (model.ModelId is { } id && !IsId(id))
        {
            throw Invalid($"Invalid value \"{id}\" for parameter 'model_id' supplied: It must be 'm-' and 32 hexadecimal digits.");
        }

        Check(model.Params);
        Check(model.Tags);
    }

    public static void Check(IReadOnlyList<Param> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            EntityKey.Check("Param key", parameters[i].Key, $"params[{i}].key");
            EntityKey.CheckLength("Param value", parameters[i].Value, LongestParam);
        }
    }

    public static void Check(IReadOnlyList<Tag> tags)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            BatchRules.Check(tags[i], $"tags[{i}].key");
        }
    }

    public static AssayException Unknown(string modelId) => new(ErrorCode.ResourceDoesNotExist, $"Logged model with ID '{modelId}' not found.");

    /// <summary>Names stand in URIs.</summary>
    private static void CheckName(string name)
    {
        if (name.AsSpan().ContainsAny(NotInNames))
        {
            throw Invalid(
                $"Invalid model name ('{name}') provided. Model name must be a non-empty string and cannot contain the following characters: "
                + "('/', ':', '.', '%', '\"', \"'\")");
        }

        EntityKey.CheckLength("Model name", name, LongestName);
    }

    private static bool IsId(string id) =>
        id.Length == 34 && id.StartsWith("m-", StringComparison.Ordinal) && id.Skip(2).All(char.IsAsciiHexDigitLower);

    private static AssayException Invalid(string message) => new(ErrorCode.InvalidParameterValue, message);
}
