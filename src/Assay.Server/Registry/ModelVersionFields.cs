using System.Globalization;
using Assay.Mlflow;
using Assay.Registry;
using Assay.Server.Mlflow;

namespace Assay.Server.Registry;

/// <summary>Fields of messages about versions: refuses those that mean nothing, in the reference's words.</summary>
internal static class ModelVersionFields
{
    /// <summary>The number of a version, which travels as text.</summary>
    public static int Number(string? version)
    {
        var text = Required.Text(version, "version");
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new AssayException(ErrorCode.InvalidParameterValue, $"Parameter 'version' must be an integer, got '{text}'.");
    }

    /// <summary>The stage of that name, in letters of either case.</summary>
    public static ModelStage Stage(string name) => MlflowNames.ParseModelStage(name)
        ?? throw new AssayException(
            ErrorCode.InvalidParameterValue,
            $"Invalid Model Version stage: {name}. Value must be one of {string.Join(", ", Enum.GetNames<ModelStage>())}.");
}
