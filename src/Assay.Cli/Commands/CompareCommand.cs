using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Comparisons;
using Assay.Reports;

namespace Assay.Cli.Commands;

/// <summary><c>assay compare RUN RUN…</c>: whether runs, or files of row scores, differ by more than chance.</summary>
internal static class CompareCommand
{
    private static readonly SettingDefinition[] Settings =
    [
        StoreSettings.TrackingUri,
        new("primary", "METRIC", "a metric that the comparison is about; these are corrected together (default: those with gates, else all)", IsRepeatable: true),
        new("margin", "M", "differences below M do not matter: says 'equivalent' when larger ones are ruled out"),
        new("confidence", "C", "of tests and intervals (default: 0.95)"),
        new("test", "NAME", "mcnemar-midp, mcnemar-exact, mcnemar, permutation, wilcoxon, t, sign (default: mcnemar-midp for pass or fail, else permutation)"),
        new("group", "COL", "rows with the same value in this column belong together"),
        new("seed", "N", "of random flips and resamples (default: 0)"),
        new("id", "COL", "for files: the column that identifies a row"),
        new("score", "COL", "for files: the column of the score"),
        new("lower-is-better", null, "for files: less is better"),
        new("html", "FILE.html", "write the comparison as a page", IsPath: true),
        new("lang", "en|pt|fr", "the language of the page (default: en)"),
        StoreSettings.Json,
    ];

    private const string Examples = """
        assay compare last~1 last
        assay compare 3f2a 81bc --primary exact_match/v1 --margin 0.02
        assay compare baseline candidate other --html comparison.html
        assay compare before.jsonl after.jsonl --id id --score accuracy --json
        """;

    public static Command Create()
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = "two or more, the baseline first: ids, beginnings of ids, names, last, last~1; or files of row scores",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("compare", "Say whether runs differ by more than chance.") { runs };
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(runs)!, SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(string[] runs, SettingBag settings, CancellationToken cancellationToken)
    {
        var html = OutputFile.For(settings.Text("html"), "--html");
        var language = ReportLanguages.Parse(settings.Last("lang"));
        var options = Options(settings);
        var comparison = Files(runs, settings) is { } files
            ? await Comparison.OfFiles(files, options, cancellationToken).ConfigureAwait(false)
            : await OfRunsAsync(runs, options, settings, cancellationToken).ConfigureAwait(false);
        if (html is not null)
        {
            await html.WriteAsync(writer => ComparisonReport.WriteAsync(comparison, writer, language, cancellationToken)).ConfigureAwait(false);
        }

        if (settings.Switch("json"))
        {
            ComparisonJson.Write(comparison);
        }
        else
        {
            ComparisonTable.Write(comparison);
            if (html is not null) Console.WriteLine($"Page: {html.Path}");
        }

        return ExitCode.Done;
    }

    private static async Task<Comparison> OfRunsAsync(string[] runs, ComparisonOptions options, SettingBag settings, CancellationToken cancellationToken)
    {
        foreach (var only in new[] { "id", "score", "lower-is-better" })
        {
            if (settings.Has(only)) throw new BadInputException($"--{only}: is for files of row scores; runs are matched by the ids and scores that they have");
        }

        await using var store = await StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);
        return await Comparison.Of(store, runs, options, cancellationToken).ConfigureAwait(false);
    }

    private static ComparisonOptions Options(SettingBag settings) => new()
    {
        Primary = [.. settings.All("primary").Select(value => value.Text)],
        Margin = settings.Number("margin", double.Epsilon, double.MaxValue),
        Confidence = settings.Number("confidence", 0.5, 0.9999) ?? 0.95,
        Test = settings.Last("test")?.Read("--test", PairedTestNames.Parse),
        GroupColumn = settings.Text("group"),
        Seed = (ulong)(settings.Integer("seed", 0) ?? 0),
    };

    private static IReadOnlyList<ScoreFile>? Files(string[] runs, SettingBag settings)
    {
        var files = runs.Where(File.Exists).ToList();
        var looksLikeFile = runs.FirstOrDefault(run => !File.Exists(run)
            && (run.Contains('/', StringComparison.Ordinal) || Path.GetExtension(run) is ".jsonl" or ".ndjson" or ".json" or ".csv" or ".tsv" or ".gz"));
        if (looksLikeFile is not null && (files.Count > 0 || settings.Has("score")))
        {
            throw new BadInputException($"{looksLikeFile}: there is no such file");
        }

        if (files.Count == 0) return null;
        if (files.Count < runs.Length) throw new BadInputException($"'{runs.First(run => !File.Exists(run))}' is no file, and '{files[0]}' is one; compare runs with runs and files with files");
        var score = settings.Text("score")
            ?? throw new BadInputException("--score is missing: the column of the score in the files; an example: assay compare a.jsonl b.jsonl --id id --score accuracy");
        return [.. files.Select(file => new ScoreFile(file, settings.Text("id") ?? "id", score, settings.Switch("lower-is-better")))];
    }
}
