using Assay.Cli.Settings;
using Assay.Data;
using Assay.Scoring;

namespace Assay.Cli.Commands;

/// <summary>The evaluation that settings describe.</summary>
internal static class EvaluatePlan
{
    private const string ExperimentVariable = "MLFLOW_EXPERIMENT_NAME";

    public static Evaluation From(SettingBag settings)
    {
        var scorers = Scorers(settings);
        var gates = settings.All("gate").Select(gate => gate.Read("--gate", Gate.Parse)).ToList();
        var dataset = Data(
            settings.Text("data") ?? throw new BadInputException("--data is missing: the file of the rows; an example: assay evaluate --data answers.csv --predictions answer"),
            settings);
        return new Evaluation
        {
            Dataset = dataset,
            Model = ModelSettings.Create(settings),
            Scorers = scorers,
            InputColumn = settings.Text("input"),
            ReferenceColumn = settings.Text("reference"),
            ContextColumn = settings.Text("context"),
            Gates = gates,
            Experiment = Experiment(settings),
            RunName = settings.Text("run-name"),
            Concurrency = settings.Integer("concurrency", 1, 1024) ?? 8,
            Prices = PriceSettings.Prices(settings),
            Repeats = settings.Integer("repeats", 1, 1000) ?? 1,
            GroupColumn = settings.Text("group"),
            Confidence = IntervalSettings.Confidence(settings),
            Interval = IntervalSettings.Method(settings),
        };
    }

    public static Dataset Data(string source, SettingBag settings) =>
        Dataset.FromFile(source, new DatasetOptions { IdColumn = settings.Text("id"), Head = settings.Integer("head", 1), Format = Format(settings) });

    public static string Experiment(SettingBag settings)
    {
        if (settings.Last("experiment") is { } given)
        {
            return string.IsNullOrWhiteSpace(given.Text) ? throw new BadInputException($"{given.Origin}: the name is empty; name the experiment") : given.Text;
        }

        return Environment.GetEnvironmentVariable(ExperimentVariable) is { Length: > 0 } variable ? variable : "Default";
    }

    public static IReadOnlyList<IScorer> Scorers(SettingBag settings) => settings.Has("scorer")
        ? [.. settings.All("scorer").SelectMany(scorer => scorer.Read("--scorer", text => Assay.Scorers.Named(text)))]
        : Assay.Scorers.QuestionAnswering;

    private static DataFormat? Format(SettingBag settings) => settings.Last("format") is not { } given ? null : given.Text switch
    {
        "csv" => DataFormat.Csv,
        "tsv" => DataFormat.Tsv,
        "json" => DataFormat.Json,
        "jsonl" => DataFormat.JsonLines,
        _ => throw new BadInputException($"{given.Origin}: no format '{given.Text}'; there are csv, tsv, json and jsonl"),
    };
}
