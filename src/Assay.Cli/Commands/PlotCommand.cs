using System.CommandLine;
using Assay.Charts;
using Assay.Cli.Output;
using Assay.Cli.Plots;
using Assay.Cli.Settings;
using Assay.Cli.Stores;

namespace Assay.Cli.Commands;

/// <summary><c>assay plot RUN…</c>: scores and figures of stored runs as a picture, or in the terminal.</summary>
internal static class PlotCommand
{
    private static readonly SettingDefinition[] Settings =
    [
        StoreSettings.TrackingUri,
        new("metric", "KEY|SCORER", "what is drawn: a scorer, or one of its figures (default: the first)"),
        new("kind", "KIND", "histogram, bars, confusion, differences, cost, time (default: histogram of one run, bars of several runs or of a grid)"),
        new("out", "FILE.svg", "write the picture (default: draw in the terminal)", IsPath: true),
        StoreSettings.Json,
    ];

    private const string Examples = """
        assay plot last --metric rougeL
        assay plot last --kind confusion --out confusion.svg
        assay plot baseline candidate --metric exact_match
        assay plot baseline candidate --kind differences --metric exact_match --out differences.svg
        assay plot my-grid --kind cost --out frontier.svg
        """;

    public static Command Create()
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = "one or more: ids, beginnings of ids, names, last, last~1; or the run of a grid",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("plot", "Draw the scores and figures of runs.") { runs };
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(runs)!, SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(string[] names, SettingBag settings, CancellationToken cancellationToken)
    {
        var output = Output(settings.Text("out"));
        if (settings.Text("kind") is { } kind) PlotChoice.Named(kind);
        await using var store = await StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
        var runs = new List<PlottedRun>();
        foreach (var name in names) runs.Add(await PlottedRun.FindAsync(store, name, cancellationToken).ConfigureAwait(false));
        var chosen = PlotChoice.Of(settings, runs);
        var plot = await new Drawing(store, runs, settings.Text("metric")).DrawAsync(chosen, cancellationToken).ConfigureAwait(false);
        if (output is not null)
        {
            var picture = StandalonePicture.Render(plot.Svg(), plot.Title, plot.Found, plot.Notes);
            await output.WriteAsync(writer => writer.WriteLineAsync(picture)).ConfigureAwait(false);
        }

        if (settings.Switch("json")) WriteJson(plot, chosen);
        else if (output is null) WriteText(plot);
        else Console.WriteLine($"Picture: {output.Path}");
        return ExitCode.Done;
    }

    private static OutputFile? Output(string? path) => path is null || Path.GetExtension(path) is ".svg" or ".SVG"
        ? OutputFile.For(path, "--out")
        : throw new BadInputException($"--out: {path}: pictures are written as SVG; name a file that ends in .svg");

    private static void WriteText(IPlot plot)
    {
        Console.WriteLine(Terminal.Printable(plot.Title));
        foreach (var line in plot.Found) Console.WriteLine($"  {Terminal.Printable(line)}");
        Console.WriteLine();
        plot.WriteText();
        foreach (var note in plot.Notes) Console.WriteLine($"  note: {Terminal.Printable(note)}");
    }

    private static void WriteJson(IPlot plot, PlotKind kind) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("kind", kind.ToString().ToLowerInvariant());
        json.WriteString("title", plot.Title);
        plot.WriteJson(json);
        json.WriteStartArray("notes");
        foreach (var note in plot.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
