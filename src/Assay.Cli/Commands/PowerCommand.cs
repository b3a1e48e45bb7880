using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Comparisons;

namespace Assay.Cli.Commands;

/// <summary><c>assay power</c>: how many rows a comparison needs to see a difference.</summary>
internal static class PowerCommand
{
    private static readonly SettingDefinition[] Settings =
    [
        new("difference", "D", "the difference to see, such as 0.03"),
        new("power", "P", "how likely it is to be seen (default: 0.8)"),
        new("confidence", "C", "of the test (default: 0.95)"),
        new("pass-rate", "R", "assumed: the first run's pass rate, for pass or fail"),
        new("correlation", "R", "assumed: of the two runs' scores, row by row (default: 0.5)"),
        new("sd", "S", "assumed: the standard deviation of a run's scores, for other scores"),
        new("run", "RUN", "or from pilot runs, given twice: the rows that both have", IsRepeatable: true),
        new("metric", "METRIC", "of the pilot runs (needed when they have several)"),
        StoreSettings.TrackingUri,
        StoreSettings.Json,
    ];

    private const string Examples = """
        assay power --pass-rate 0.7 --difference 0.05
        assay power --sd 0.3 --correlation 0.6 --difference 0.03 --power 0.9
        assay power --run last~1 --run last --metric exact_match/v1 --difference 0.03
        """;

    public static Command Create()
    {
        var command = new Command("power", "Say how many rows a comparison needs to see a difference.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var power = settings.Number("power", 0.01, 0.9999) ?? 0.8;
        var confidence = settings.Number("confidence", 0.5, 0.9999) ?? 0.95;
        var difference = settings.Number("difference", -1e9, 1e9);
        if (difference == 0) throw new BadInputException("--difference: no number of rows shows a difference of 0; name the smallest one that matters");
        var spread = settings.Has("run") ? await PilotAsync(settings, cancellationToken).ConfigureAwait(false) : Assumed(settings, difference);
        var plan = new PowerPlan(spread, difference is { } d ? Math.Abs(d) : null, power, confidence);
        if (settings.Switch("json"))
        {
            PowerOutput.WriteJson(plan);
        }
        else
        {
            PowerOutput.WriteTable(plan);
        }

        return ExitCode.Done;
    }

    private static PairedSpread Assumed(SettingBag settings, double? difference)
    {
        var correlation = settings.Number("correlation", -1, 1) ?? 0.5;
        if (settings.Has("sd") == settings.Has("pass-rate"))
        {
            throw new BadInputException("give what is assumed, --pass-rate for pass or fail or --sd for other scores, or pilot runs: --run RUN --run RUN");
        }

        if (settings.Number("pass-rate", 0, 1) is { } rate)
        {
            var second = Math.Round(rate + (difference ?? 0), 12);
            return second is >= 0 and <= 1 ? PairedSpread.OfPassRates(rate, second, correlation) : throw new BadInputException(FormattableString.Invariant(
                $"--difference: from a pass rate of {rate} it leads to {second}, and pass rates are from 0 to 1; give a smaller difference, or a negative one for a fall"));
        }

        return PairedSpread.OfMeans(settings.Number("sd", double.Epsilon, double.MaxValue)!.Value, correlation);
    }

    private static async Task<PairedSpread> PilotAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var runs = settings.All("run");
        if (runs.Count != 2) throw new BadInputException("--run: name two pilot runs over the same rows: --run RUN --run RUN");
        foreach (var assumed in new[] { "pass-rate", "sd", "correlation" })
        {
            if (settings.Has(assumed)) throw new BadInputException($"--{assumed}: the pilot runs say that; give either runs or assumptions");
        }

        await using var store = await StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
        return await PairedSpread.OfRuns(store, runs[0].Text, runs[1].Text, settings.Text("metric"), cancellationToken).ConfigureAwait(false);
    }
}
