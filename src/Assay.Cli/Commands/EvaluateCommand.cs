using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Cli.Stores;
using Assay.Evaluations;
using Assay.Models;
using Assay.Reports;
using Assay.Results;

namespace Assay.Cli.Commands;

/// <summary><c>assay evaluate</c>: answers and scores the rows of a file, and logs it as a run.</summary>
internal static class EvaluateCommand
{
    private const int ErrorsShown = 3;

    private const string Examples = """
        assay evaluate --data answers.csv --predictions answer --scorer question-answering --report report.html
        assay evaluate --data questions.jsonl --model azure:gpt-35-turbo --system "Answer in formal language." --gate "toxicity/v1/p90 < 0.1"
        assay evaluate --data questions.csv --model openai:gpt-4o-mini --prompt "Translate to French: {{inputs}}" --record calls.jsonl
        assay evaluate --data questions.csv --model 'exec:python answer.py' --resume last
        assay evaluate --data 'hf:stanfordnlp/imdb?split=test&label_names=true' --sample 1000 --input text --truncate gpt2:1024 --reference label_name --model openai:gpt-4o-mini
        assay evaluate --data answers.csv --predictions answer --scorer faithfulness --judge openai:gpt-4o-mini
        assay evaluate --data answers.csv --predictions answer --scorer exact_match --gate "exact_match/v1 not worse than baseline by 0.02"
        assay evaluate --data sample:open-qa --head 40 --model local:stories260K --max-tokens 60 --score-cut --scorer perplexity
        assay evaluate grid.yaml --max-cost 5 --report grid.html
        assay evaluate evaluation.yaml --json
        """;

    public static Command Create()
    {
        var file = new Argument<string?>("CONFIG.yaml")
        {
            Description = "settings in a file: its keys are the options below without dashes; options given here go before",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("evaluate", "Evaluate a model, a prompt, or answers that were recorded.") { file };
        SettingOptions.AddTo(command, EvaluateSettings.All);
        command.SetAction((parsed, cancellationToken) =>
        {
            var given = SettingOptions.Read(parsed, EvaluateSettings.All);
            if (parsed.GetValue(file) is not { } path)
            {
                return RunAsync(given, cancellationToken);
            }

            var config = new SettingFile(path, "evaluate", EvaluateSettings.All);
            var settings = given.Over(config.Read());
            return config.Grid.Count == 0 ? RunAsync(settings, cancellationToken) : GridRun.RunAsync(settings, config.Grid, cancellationToken);
        });
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var json = settings.Switch("json");
        var outputs = EvaluateOutputs.From(settings);
        var limit = FailureLimit.From(settings);
        using var fetching = new FetchLine();
        await using var judges = JudgeSettings.From(settings);
        var evaluation = EvaluatePlan.From(settings, judges, fetching);
        await using var model = evaluation.Model;
        await using var owned = new OwnedScorers(evaluation.Scorers);

        // A store is made only for an evaluation that can run.
        StoreLocation.Check(settings.Text("tracking-uri"));
        var prepared = await evaluation.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await using var store = await OpenStoreAsync(settings, cancellationToken).ConfigureAwait(false);

        var summary = await EvaluateAsync(evaluation, prepared, settings.Text("resume"), store, cancellationToken).ConfigureAwait(false);
        var failedAllowed = limit.Allows(summary.Rows);
        await outputs.WriteAsync(summary, store, failedAllowed, cancellationToken).ConfigureAwait(false);
        Print(summary, store, outputs, json);
        if (summary.Rows.Failed > 0)
        {
            await PrintErrorsAsync(summary, store, cancellationToken).ConfigureAwait(false);
        }

        return Judge(summary, limit, failedAllowed);
    }

    private static Task<IAssayStore> OpenStoreAsync(SettingBag settings, CancellationToken cancellationToken) => settings.Has("resume")
        ? StoreLocation.OpenExistingAsync(settings.Text("tracking-uri"), cancellationToken)
        : StoreLocation.OpenAsync(settings.Text("tracking-uri"), cancellationToken);

    private static async Task<EvaluationSummary> EvaluateAsync(
        Evaluation evaluation, PreparedEvaluation prepared, string? resume, IAssayStore store, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine();
        try
        {
            return resume is null
                ? await prepared.RunAsync(store, progress, cancellationToken).ConfigureAwait(false)
                : await prepared.ResumeAsync(store, resume, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException stopped) when (progress.RunId is { } run && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"stopped; {Kept(evaluation, run)}", stopped);
        }
        catch (ModelException failure) when (progress.RunId is { } run)
        {
            throw new ModelException(failure.Failure, $"{failure.Message}; {Kept(evaluation, run)}", failure);
        }
        catch (AssayException failure) when (progress.RunId is { } run && failure.Code is ErrorCode.TemporarilyUnavailable or ErrorCode.RequestLimitExceeded)
        {
            throw new AssayException(failure.Code, $"{failure.Message}; {Kept(evaluation, progress.RunId)}", failure);
        }
        catch (RecordingException failure) when (progress.RunId is { } run)
        {
            throw new BadInputException($"{failure.Message}; {Kept(evaluation, run)}", failure);
        }
    }

    private static string Kept(Evaluation evaluation, string run) => $"the rows that are done are kept in run {run}: " + (evaluation.Dataset.CanReadAgain
        ? $"take it up with the same options and --resume {run}"
        : "it cannot be taken up, as its data came from a stream");

    private static void Print(EvaluationSummary summary, IAssayStore store, EvaluateOutputs outputs, bool json)
    {
        foreach (var warning in summary.Warnings)
        {
            Console.Error.WriteLine($"warning: {Terminal.Printable(warning)}");
        }

        if (json)
        {
            SummaryJson.Write(summary);
            return;
        }

        SummaryTable.Write(summary, ReportLanguage.En);
        Console.WriteLine($"Run {summary.RunId} ({summary.RunName}) in {store.Location}");
        if (store is ServerStore { RowsFolder: { } folder })
        {
            Console.WriteLine($"Its rows are kept on this machine, in {folder}: that server has no place for them");
        }

        foreach (var line in outputs.Describe())
        {
            Console.WriteLine(line);
        }
    }

    private static async Task PrintErrorsAsync(EvaluationSummary summary, IAssayStore store, CancellationToken cancellationToken)
    {
        var query = new EvaluationRowQuery { RunId = summary.RunId, Failed = true, MaxResults = ErrorsShown };
        var page = await store.Evaluations.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        foreach (var row in page.Items)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"row {row.Index + 1} failed: {Terminal.Printable(row.Error!)}"));
        }

        if (page.NextPageToken is not null)
        {
            Console.Error.WriteLine($"… and others; 'assay show {summary.RunId} --failed' lists them");
        }
    }

    private static int Judge(EvaluationSummary summary, FailureLimit limit, bool failedAllowed)
    {
        foreach (var gate in summary.Gates.Where(gate => !gate.Passed))
        {
            Console.Error.WriteLine(gate.Detail is { } detail ? $"assay: gate failed: {gate.Gate} ({detail})" : gate.Value is { } value
                ? FormattableString.Invariant($"assay: gate failed: {gate.Gate} (it is {value})")
                : $"assay: gate failed: {gate.Gate} (no row was scored)");
        }

        if (!failedAllowed)
        {
            Console.Error.WriteLine(FormattableString.Invariant(
                $"assay: {summary.Rows.Failed} of {summary.Rows.Total} rows failed, more than --max-failed {limit} allows"));
        }

        return failedAllowed && summary.Gates.All(gate => gate.Passed) ? ExitCode.Done : ExitCode.GateFailed;
    }
}
