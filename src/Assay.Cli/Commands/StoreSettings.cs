using Assay.Cli.Settings;

namespace Assay.Cli.Commands;

/// <summary>Settings that several commands share.</summary>
internal static class StoreSettings
{
    public static SettingDefinition TrackingUri { get; } =
        new("tracking-uri", "STORE", "the store: a file or postgresql://… (default: $MLFLOW_TRACKING_URI, else assay.db in the user's data folder)", IsPath: true);

    public static SettingDefinition Store { get; } = TrackingUri with { Name = "store" };

    public static SettingDefinition Json { get; } = new("json", null, "print one JSON value instead of a table");
}
