using Assay.Cli.Settings;
using Assay.Judges;
using Assay.Scoring;

namespace Assay.Cli.Commands;

/// <summary>The evaluation that settings describe.</summary>
internal static class EvaluatePlan
{
    private const string ExperimentVariable = "MLFLOW_EXPERIMENT_NAME";

    public static Evaluation From(SettingBag settings, JudgeModels judges, IProgress<FetchProgress>? progress = null)
    {
        if (settings.Last("choose-by") is { } choice)
        {
            throw new BadInputException($"{choice.Origin}: it chooses among the cells of a grid, and this is one evaluation; give a YAML file with grid:, or leave it away");
        }

        var scorers = Scorers(settings, judges);
        var gates = settings.All("gate").Select(gate => gate.Read("--gate", Gate.Parse)).ToList();
        var dataset = DataSettings.Open(
            settings.Text("data") ?? throw new BadInputException("--data is missing: the file of the rows; an example: assay evaluate --data answers.csv --predictions answer"),
            settings,
            progress);
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
            ScoresCutAnswers = settings.Switch("score-cut"),
            Repeats = settings.Integer("repeats", 1, 1000) ?? 1,
            GroupColumn = settings.Text("group"),
            Confidence = IntervalSettings.Confidence(settings),
            Interval = IntervalSettings.Method(settings),
        };
    }

    public static string Experiment(SettingBag settings)
    {
        if (settings.Last("experiment") is { } given)
        {
            return string.IsNullOrWhiteSpace(given.Text) ? throw new BadInputException($"{given.Origin}: the name is empty; name the experiment") : given.Text;
        }

        return Environment.GetEnvironmentVariable(ExperimentVariable) is { Length: > 0 } variable ? variable : "Default";
    }

    public static IReadOnlyList<IScorer> Scorers(SettingBag settings, JudgeModels judges) => settings.Has("scorer")
        ? [.. settings.All("scorer").SelectMany(scorer => scorer.Read("--scorer", text => Assay.Scorers.Named([text], judges)))]
        : Assay.Scorers.QuestionAnswering;
}
