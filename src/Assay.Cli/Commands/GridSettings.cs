using Assay.Cli.Settings;
using Assay.Judges;
using Assay.Models;

namespace Assay.Cli.Commands;

/// <summary>The grid that settings and axes describe. A setting that is no axis has one option: its value.</summary>
internal static class GridSettings
{
    private static readonly string[] NotForGrids = ["predictions", "gate", "junit", "summary"];

    public static EvaluationGrid Create(SettingBag settings, IReadOnlyList<GridAxisSetting> axes, IReadOnlyList<GridModel> models, JudgeModels judges, IProgress<FetchProgress>? progress)
    {
        var parameters = ModelSettings.Parameters(settings);
        return new EvaluationGrid
        {
            Datasets = [.. Options("data", settings, axes).Select(option => DataSettings.Open(option.Value.Text, settings, progress))],
            Models = models,
            Prompts = Texts("prompt", settings, axes),
            Systems = Texts("system", settings, axes),
            Temperatures = Values("temperature", settings, axes, bag => bag.Number("temperature", 0, 2)),
            MaxTokens = Values("max-tokens", settings, axes, bag => bag.Integer("max-tokens", 1)),
            Extra = parameters.Extra,
            Scorers = EvaluatePlan.Scorers(settings, judges),
            ChooseBy = settings.Text("choose-by"),
            InputColumn = settings.Text("input"),
            ReferenceColumn = settings.Text("reference"),
            ContextColumn = settings.Text("context"),
            Experiment = EvaluatePlan.Experiment(settings),
            RunName = settings.Text("run-name"),
            Concurrency = settings.Integer("concurrency", 1, 1024) ?? 8,
            ScoresCutAnswers = settings.Switch("score-cut"),
            Repeats = settings.Integer("repeats", 1, 1000) ?? 1,
            Interval = IntervalSettings.Method(settings),
            GroupColumn = settings.Text("group"),
            Confidence = IntervalSettings.Confidence(settings),
            Seed = (ulong)(settings.Integer("seed", 0) ?? 0),
            Prices = PriceSettings.Prices(settings),
        };
    }

    /// <summary>Refuses what is said twice, and what makes no sense for a grid.</summary>
    public static void Check(SettingBag settings, IReadOnlyList<GridAxisSetting> axes)
    {
        foreach (var name in NotForGrids)
        {
            if (settings.Last(name) is { } given)
            {
                throw new BadInputException($"{given.Origin}: makes no sense for a grid; evaluate one setting with it");
            }
        }

        foreach (var axis in axes)
        {
            if (settings.Last(axis.Name) is { } given)
            {
                throw new BadInputException($"{given.Origin}: {axis.Name} is an axis of the grid too; give it in one place");
            }
        }
    }

    /// <summary>The models, each with all that asking it needs; recordings of several lie beside each other.</summary>
    public static IReadOnlyList<GridModel> Models(SettingBag settings, IReadOnlyList<GridAxisSetting> axes)
    {
        var names = Options("model", settings, axes);
        var options = ModelSettings.Options(settings);
        return
        [
            .. names.Select(name => new GridModel(name.Name, new SharedCallsModel(ModelPipeline.Create(
                name.Value.Read("--model", ModelSpec.Parse), ModelEnvironment.OfProcess, names.Count == 1 ? options : OfModel(options, name.Name))))),
        ];
    }

    private static ModelOptions OfModel(ModelOptions options, string model) => options with
    {
        RecordTo = Beside(options.RecordTo, model), ReplayFrom = Beside(options.ReplayFrom, model),
    };

    /// <summary><c>calls.jsonl</c> of <c>openai:gpt-4o</c> is <c>calls.openai-gpt-4o.jsonl</c>.</summary>
    private static string? Beside(string? path, string model) => path is null ? null : Path.ChangeExtension(
        path, string.Concat(model.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '-')) + Path.GetExtension(path));

    private static IReadOnlyList<(string Name, SettingValue Value)> Options(string name, SettingBag settings, IReadOnlyList<GridAxisSetting> axes) =>
        axes.FirstOrDefault(axis => axis.Name == name)?.Options
        ?? (settings.Last(name) is { } only ? [(only.Text, only)] : throw new BadInputException($"grid: {name} is missing; give it, or its options under grid"));

    private static IReadOnlyList<GridOption> Texts(string name, SettingBag settings, IReadOnlyList<GridAxisSetting> axes) =>
        axes.Any(axis => axis.Name == name) || settings.Has(name)
            ? [.. Options(name, settings, axes).Select(option => new GridOption(option.Name, option.Value.Text))]
            : GridOption.Untried;

    private static IReadOnlyList<T?> Values<T>(string name, SettingBag settings, IReadOnlyList<GridAxisSetting> axes, Func<SettingBag, T?> read)
        where T : struct => axes.FirstOrDefault(axis => axis.Name == name) is not { } axis ? [read(settings)] :
    [
        .. axis.Options.Select(option =>
        {
            var bag = new SettingBag();
            bag.Add(name, option.Value);
            return option.Value.Text == "default" ? null : read(bag);
        }),
    ];
}
