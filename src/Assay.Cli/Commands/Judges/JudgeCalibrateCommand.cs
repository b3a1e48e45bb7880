using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Comparisons;
using Assay.Judges.Calibration;

namespace Assay.Cli.Commands.Judges;

/// <summary><c>assay judge calibrate</c>: how a judge's scores agree with people's labels.</summary>
internal static class JudgeCalibrateCommand
{
    private const string Examples = """
        assay judge calibrate --data labels.csv --judge-score judge --human human --precision 0.05
        assay judge calibrate --run last --scorer faithfulness --human label --group language --labels-are random
        assay judge calibrate --run 3f2a --scorer faithfulness --data labels.csv --id id --human label --json
        """;

    private static readonly SettingDefinition[] Settings =
    [
        new("data", "FILE", "labels, with the judge's scores or beside --run; rows without a label are judged rows too", IsPath: true),
        new("judge-score", "COL", "with --data alone: the column of the judge's scores"),
        new("run", "RUN", "the evaluation whose scores are looked at: its id, the beginning of it, or 'last'"),
        new("scorer", "NAME", "with --run: the judge's name there"),
        new("human", "COL", "the column of people's labels, on the judge's scale"),
        new("id", "COL", "the column by which labels and the run's rows find each other (default: the rows' own ids)"),
        new("group", "COL", "compare groups; 'language' is told from the text when there is no such column"),
        new("text", "COL", "with --data alone: the column of the text that was judged, for the bias by length"),
        new("threshold", "VALUE", "a label counts as positive from here on (default: above the middle of the labels)"),
        new("precision", "P", "say how many labels make intervals of ±P"),
        new("labels-are", "random|chosen", "whether the labelled rows were drawn at random from the judged ones and did not serve to make the judge"),
        new("seed", "N", "of the bootstraps (default: 0)"),
        StoreSettings.TrackingUri,
        StoreSettings.Json,
    ];

    public static Command Create()
    {
        var command = new Command("calibrate", "Hold a judge's scores against people's labels.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var json = settings.Switch("json");
        var options = new CalibrationOptions
        {
            Threshold = settings.Number("threshold", double.MinValue, double.MaxValue),
            Precision = settings.Number("precision", 1e-6, 1e6),
            Seed = (ulong)(settings.Integer("seed", 0) ?? 0),
            LabelsAreRandom = LabelsAreRandom(settings, json),
        };
        var calibration = settings.Has("run")
            ? await OfRunAsync(settings, options, cancellationToken).ConfigureAwait(false)
            : Calibrator.Compare(await CalibrationFile.ReadAsync(settings, cancellationToken).ConfigureAwait(false), options);
        if (json)
        {
            JsonOutput.Write(writer => writer.WriteRawValue(CalibrationArtifact.ToJson(calibration)));
        }
        else
        {
            CalibrationTable.Write(calibration);
        }

        return ExitCode.Done;
    }

    private static async Task<JudgeCalibration> OfRunAsync(SettingBag settings, CalibrationOptions options, CancellationToken cancellationToken)
    {
        await using var store = await StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
        var run = await RunLookup.FindAsync(store.Tracking, settings.Text("run")!, cancellationToken).ConfigureAwait(false);
        var judged = await CalibrationRun.ReadAsync(store, run, settings, cancellationToken).ConfigureAwait(false);
        var calibration = Calibrator.Compare(judged.Rows, options, judged.Judge);
        await CalibrationArtifact.WriteAsync(store, run, judged.Scorer, calibration, cancellationToken).ConfigureAwait(false);
        return calibration;
    }

    private static bool LabelsAreRandom(SettingBag settings, bool json)
    {
        if (settings.Last("labels-are") is { } given)
        {
            return given.Text switch
            {
                "random" => true,
                "chosen" => false,
                _ => throw new BadInputException($"{given.Origin}: '{given.Text}' is neither random nor chosen"),
            };
        }

        if (json || Console.IsInputRedirected || Console.IsOutputRedirected || Console.IsErrorRedirected)
        {
            return false;
        }

        Console.Error.Write("Were the labelled rows drawn at random from the judged ones, and none of them used to make the judge? [y/N] ");
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
