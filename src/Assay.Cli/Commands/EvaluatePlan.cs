using Assay.Cli.Settings;
using Assay.Data;
using Assay.Judges;
using Assay.Scoring;

namespace Assay.Cli.Commands;

/// <summary>The evaluation that settings describe.</summary>
internal static class EvaluatePlan
{
    private const string ExperimentVariable = "MLFLOW_EXPERIMENT_NAME";

    public static Evaluation From(SettingBag settings, JudgeModels judges)
    {
        var scorers = Scorers(settings, judges);
        var gates = settings.All("gate").Select(gate => gate.Read("--gate", Gate.Parse)).ToList();
        var dataset = Dataset.FromFile(
            settings.Text("data") ?? throw new BadInputException("--data is missing: the file of the rows; an example: assay evaluate --data answers.csv --predictions answer"),
            new DatasetOptions { IdColumn = settings.Text("id"), Head = settings.Integer("head", 1), Format = Format(settings) });
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
        };
    }

    private static string Experiment(SettingBag settings)
    {
        if (settings.Last("experiment") is { } given)
        {
            return string.IsNullOrWhiteSpace(given.Text) ? throw new BadInputException($"{given.Origin}: the name is empty; name the experiment") : given.Text;
        }

        return Environment.GetEnvironmentVariable(ExperimentVariable) is { Length: > 0 } variable ? variable : "Default";
    }

    private static IReadOnlyList<IScorer> Scorers(SettingBag settings, JudgeModels judges) => settings.Has("scorer")
        ? [.. settings.All("scorer").SelectMany(scorer => scorer.Read("--scorer", text => Assay.Scorers.Named([text], judges)))]
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
