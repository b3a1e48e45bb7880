namespace Assay.Server.Mlflow;

/// <summary>Refuses messages in which a field is missing that must be there.</summary>
internal static class Required
{
    /// <summary>The text, which must be there and not empty.</summary>
    public static string Text(string? value, string parameter) => string.IsNullOrEmpty(value) ? throw Missing(parameter) : value;

    /// <summary>The value, which must be there.</summary>
    public static T Value<T>(T? value, string parameter)
        where T : struct => value ?? throw Missing(parameter);

    private static AssayException Missing(string parameter) => new(
        ErrorCode.InvalidParameterValue,
        $"Missing value for required parameter '{parameter}'. See the API docs for more information about request parameters.");
}
