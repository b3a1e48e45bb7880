using Assay.Cli.Settings;

namespace Assay.Cli.Commands;

/// <summary>Settings that several commands share.</summary>
internal static class StoreSettings
{
    public static SettingDefinition TrackingUri { get; } =
        new(
            "tracking-uri", "STORE",
            "the store: a file, postgresql://…, or a server's http://… (default: $MLFLOW_TRACKING_URI, else assay.db in the user's data folder)", IsPath: true);

    /// <summary>For commands that work on the database itself.</summary>
    public static SettingDefinition Store { get; } =
        new("store", "STORE", "the store: a file or postgresql://… (default: $MLFLOW_TRACKING_URI, else assay.db in the user's data folder)", IsPath: true);

    public static SettingDefinition Filter { get; } =
        new("filter", "EXPRESSION", "only what it holds for, such as \"metrics.`f1` > 0.9 AND params.model = 'a'\" (docs/filters.md)");

    public static SettingDefinition OrderBy { get; } =
        new("order-by", "FIELD [DESC]", "sort by a field; again for the next one (default: the newest first)", IsRepeatable: true);

    public static SettingDefinition Json { get; } = new("json", null, "print one JSON value instead of a table");
}
