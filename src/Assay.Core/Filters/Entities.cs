namespace Assay.Filters;

/// <summary>The entities that can be searched, with their fields as MLflow has them. What is Assay's own is said in <c>docs/filters.md</c>.</summary>
internal static class Entities
{
    private const string IsPrompt = "mlflow.prompt.is_prompt";

    /// <summary>Runs: the newest first, then by id.</summary>
    public static EntityFields Runs { get; } = new()
    {
        HasRunSyntax = true,
        Kinds = [FieldKind.Metric, FieldKind.Parameter, FieldKind.Tag, FieldKind.Dataset],
        Attributes =
        [
            new("artifact_uri"),
            Number("end_time"),
            new("run_id") { TakesList = true },
            new("run_name") { Aliases = ["run name", "Run name", "Run Name"] },
            Number("start_time") with { Aliases = ["created", "Created"] },
            new("status"),
            new("user_id"),
            new("experiment_id"),
            new("lifecycle_stage"),
        ],
        DefaultOrder = [],
        Tiebreaks = [Ordering.Of("start_time", isAscending: false), Ordering.Of("run_id")],
    };

    /// <summary>Experiments: the newest first, then by id.</summary>
    public static EntityFields Experiments { get; } = new()
    {
        Kinds = [FieldKind.Tag],
        Attributes =
        [
            new("name"),
            Number("creation_time"),
            Number("last_update_time"),
            Number("experiment_id") with { IsSearchable = false },
        ],
        DefaultOrder = [Ordering.Of("creation_time", isAscending: false), Ordering.Of("experiment_id")],
        Tiebreaks = [Ordering.Of("experiment_id", isAscending: false)],
    };

    /// <summary>Registered models: by name; prompts only when they are asked for.</summary>
    public static EntityFields RegisteredModels { get; } = new()
    {
        Kinds = [FieldKind.Tag],
        Attributes =
        [
            new("name"),
            Number("creation_timestamp") with { IsSearchable = false },
            Number("last_updated_timestamp") with { IsSearchable = false, Aliases = ["timestamp"] },
        ],
        DefaultOrder = [],
        Tiebreaks = [Ordering.Of("name")],
        HiddenBy = IsPrompt,
    };

    /// <summary>Versions: the last updated first, then by name, the highest version first; those of prompts only when they are asked for.</summary>
    public static EntityFields ModelVersions { get; } = new()
    {
        Kinds = [FieldKind.Tag],
        Attributes =
        [
            new("name"),
            Number("version_number") with { TakesQuotedNumber = true },
            new("run_id") { TakesList = true, IsSortable = false },
            new("source_path") { IsSortable = false },
            Number("creation_timestamp") with { IsSearchable = false },
            Number("last_updated_timestamp") with { IsSearchable = false },
        ],
        DefaultOrder = [Ordering.Of("last_updated_timestamp", isAscending: false)],
        Tiebreaks = [Ordering.Of("name"), Ordering.Of("version_number", isAscending: false)],
        HiddenBy = IsPrompt,
    };

    /// <summary>Logged models: the newest first, then by id.</summary>
    public static EntityFields LoggedModels { get; } = new()
    {
        HasRunSyntax = true,
        Kinds = [FieldKind.Metric, FieldKind.Parameter, FieldKind.Tag],
        Attributes =
        [
            new("name") { TakesList = true },
            new("model_id") { TakesList = true },
            new("model_type") { TakesList = true },
            new("status") { TakesList = true },
            new("source_run_id") { TakesList = true },
            Number("creation_timestamp") with { Aliases = ["creation_time"] },
            Number("last_updated_timestamp") with { Aliases = ["last_updated_time"] },
        ],
        DefaultOrder = [],
        Tiebreaks = [Ordering.Of("creation_timestamp", isAscending: false), Ordering.Of("model_id")],
    };

    private static AttributeField Number(string name) => new(name, AttributeType.Number);
}
