using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Reports;
using Assay.Results;

namespace Assay.Cli.Commands;

/// <summary><c>assay demo</c>: the lab's evaluation, on answers that come with the program or, with <c>--live</c>, of the model itself.</summary>
internal static class DemoCommand
{
    private const string SystemPrompt = "Please answer the following question in formal language.";

    private static readonly SettingDefinition[] Settings =
    [
        new("live", null, "ask the real model the lab's two questions, with the key in the environment"),
        new("model", "MODEL", "the model that --live asks (default: azure:gpt-35-turbo, or openai:gpt-4o-mini with OPENAI_API_KEY alone)"),
        StoreSettings.TrackingUri,
        new("serve", null, "keep serving what came of it, and print where to look at it in a browser"),
        new("port", "PORT", "with --serve: the port (default: 5000; 0 for a free one)"),
        new("lang", "en|pt|fr", "the language of the reports (default: en)"),
    ];

    public static Command Create()
    {
        var command = new Command("demo", "Evaluate the lab's questions and show what comes of it.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, "assay demo\nassay demo --lang pt\nassay demo --serve\nOPENAI_API_KEY=… assay demo --live --model openai:gpt-4o-mini");
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var language = ReportLanguages.Parse(settings.Last("lang"));
        var port = settings.Integer("port", 0, 65535) ?? 5000;
        if (settings.Has("port") && !settings.Switch("serve"))
        {
            throw new BadInputException("--port: it is the port of --serve; give both");
        }

        var live = settings.Switch("live") || settings.Has("model");
        await using var lab = live ? Model.Ask(settings.Text("model") ?? LiveModel(), "{{inputs}}", SystemPrompt) : Model.Recorded();
        await using var store = await StoreLocation.OpenAsync(settings.Text("tracking-uri"), cancellationToken).ConfigureAwait(false);

        Console.WriteLine(live
            ? $"The lab's two questions, answered by {lab.Name}:"
            : "The lab's two questions, with sample answers that were written for this demo (--live asks a real model):");
        await EvaluateAsync("lab", "lab-questions.jsonl", lab, [], store, language, cancellationToken).ConfigureAwait(false);

        Console.WriteLine();
        Console.WriteLine("GPT-4's 30 reference answers to MT-Bench questions, as they were published:");
        await EvaluateAsync(
            "mt-bench", "mt-bench-gpt-4.jsonl", Model.Recorded(), [Gate.Parse("toxicity/v1/p90 < 0.5")], store, language, cancellationToken).ConfigureAwait(false);

        Console.WriteLine();
        var compared = await DemoComparison.RunAsync(store, cancellationToken).ConfigureAwait(false);

        Console.WriteLine();
        Console.WriteLine("Next: assay runs    assay show last    assay compare last~1 last    assay evaluate --help    assay demo --serve");
        if (settings.Switch("serve"))
        {
            await DemoPages.ServeAsync(store, compared, port, cancellationToken).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    private static async Task EvaluateAsync(
        string experiment, string file, Model model, IReadOnlyList<Gate> gates, IAssayStore store, ReportLanguage language, CancellationToken cancellationToken)
    {
        var evaluation = new Evaluation
        {
            Dataset = Dataset.FromFile(Path.Combine(AppContext.BaseDirectory, "demo", file)),
            Model = model,
            Scorers = experiment == "lab" ? Scorers.QuestionAnswering : Scorers.Text,
            Gates = gates,
            Experiment = experiment,
        };
        EvaluationSummary summary;
        using (var progress = new ProgressLine())
        {
            summary = await evaluation.RunAsync(store, progress, cancellationToken).ConfigureAwait(false);
        }

        SummaryTable.Write(summary, ReportLanguage.En);
        var report = OutputFile.For(Path.Combine(Path.GetDirectoryName(store.Location)!, $"demo-{experiment}.html"), "demo")!;
        await report.WriteAsync(writer => HtmlReport.WriteAsync(
            summary, store.Evaluations, writer, new ReportOptions { Language = language }, cancellationToken)).ConfigureAwait(false);
        Console.WriteLine($"Run {summary.RunId} in {store.Location}");
        Console.WriteLine($"Report: {report.Path}");
    }

    private static string LiveModel() =>
        Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT") is { Length: > 0 } ? "azure:gpt-35-turbo"
        : Environment.GetEnvironmentVariable("OPENAI_API_KEY") is { Length: > 0 } ? "openai:gpt-4o-mini"
        : throw new BadInputException(
            "--live: no key in the environment; set AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY, or OPENAI_API_KEY, or name the model with --model");
}
