namespace Assay.Server.Mlflow;

/// <summary>Refuses messages in which a field is missing that must be there.</summary>
internal static class Required
{
    /// <summary>The text, which must be there and not empty.</summary>
    public static string Text(string? value, string parameter) => string.IsNullOrEmpty(value) ? throw Missing(parameter) : value;

    /// <summary>The text, which must be there and may be empty.</summary>
    public static string Present(string? value, string parameter) => value ?? throw Missing(parameter);

    /// <summary>The value, which must be there.</summary>
    public static T Value<T>(T? value, string parameter)
        where T : struct => value ?? throw Missing(parameter);

    /// <summary>A run's id: clients send it by its new name, by its old one, or by both.</summary>
    public static string Run(string? runId, string? runUuid) => Text(string.IsNullOrEmpty(runId) ? runUuid : runId, "run_id");

    private static AssayException Missing(string parameter) => new(
        ErrorCode.InvalidParameterValue,
        $"Missing value for required parameter '{parameter}'. See the API docs for more information about request parameters.");
}
