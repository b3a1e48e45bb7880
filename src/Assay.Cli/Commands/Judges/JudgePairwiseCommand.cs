using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Judges.Pairwise;
using Assay.Models;

namespace Assay.Cli.Commands.Judges;

/// <summary><c>assay judge pairwise</c>: which of two answers a judge prefers, row by row, asked in both orders.</summary>
internal static class JudgePairwiseCommand
{
    private const string Examples = """
        assay judge pairwise 3f2a 9c1b --judge openai:gpt-4o-mini
        assay judge pairwise --data answers.csv --a baseline --b candidate --input question --judge openai:gpt-4o-mini --out pairs.jsonl
        """;

    private static readonly SettingDefinition[] Settings =
    [
        new("data", "FILE", "instead of two runs: rows with both answers", IsPath: true),
        new("a", "COL", "with --data: the column of the one answer"),
        new("b", "COL", "with --data: the column of the other answer"),
        new("input", "COL", "with --data: the column of what was asked (default: inputs)"),
        new("reference", "COL", "with --data: the column of what was expected (default: ground_truth)"),
        new("id", "COL", "with --data: the column that identifies a row"),
        new("out", "FILE.jsonl", "write every verdict, such as for 'assay judge calibrate'", IsPath: true),
        new("concurrency", "N", "pairs at the same time (default: 8)"),
        .. JudgeSettings.All,
        StoreSettings.TrackingUri,
        StoreSettings.Json,
    ];

    public static Command Create()
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = "two runs, A and B: their ids, or the beginnings of them, or 'last'", Arity = new ArgumentArity(0, 2),
        };
        var command = new Command("pairwise", "Have a judge say which of two answers is better, in both orders.") { runs };
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(runs) ?? [], SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(string[] runs, SettingBag settings, CancellationToken cancellationToken)
    {
        var json = settings.Switch("json");
        var output = OutputFile.For(settings.Text("out"), "--out");
        var concurrency = settings.Integer("concurrency", 1, 1024) ?? 8;
        await using var judges = JudgeSettings.From(settings);
        var judge = new PairwiseJudge(judges.Get(null, "assay judge pairwise"));
        var pairs = settings.Has("data")
            ? await AnswerPairs.OfFileAsync(runs, settings, cancellationToken).ConfigureAwait(false)
            : await AnswerPairs.OfRunsAsync(runs, settings, cancellationToken).ConfigureAwait(false);

        var verdicts = await AskAsync(judge, pairs.Pairs, concurrency, cancellationToken).ConfigureAwait(false);
        if (verdicts.All(verdict => verdict.Value is null))
        {
            throw new ModelException(ModelFailure.ServiceError, $"{judge.Model.Name} judged none of the pairs: {verdicts[0].Reason}");
        }

        if (output is not null)
        {
            await output.WriteAsync(writer => PairwiseOutput.WriteRowsAsync(writer, pairs.Pairs, verdicts)).ConfigureAwait(false);
        }

        var result = new PairwiseOutput(pairs, verdicts, judge);
        if (json)
        {
            result.WriteJson();
        }
        else
        {
            result.WriteTable();
        }

        return ExitCode.Done;
    }

    // The answer of B is the one that 1 stands for: a preference above one half speaks for B.
    private static async Task<PairwiseJudgement[]> AskAsync(
        PairwiseJudge judge, IReadOnlyList<AnswerPair> pairs, int concurrency, CancellationToken cancellationToken)
    {
        var verdicts = new PairwiseJudgement[pairs.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, pairs.Count, options, async (i, stop) =>
        {
            var pair = pairs[i];
            verdicts[i] = await judge.AskAsync(
                pair.B, pair.A, input => input.Name switch { "input" => pair.Input, "reference" => pair.Reference, _ => null }, pair.Id, stop)
                .ConfigureAwait(false);
        }).ConfigureAwait(false);
        return verdicts;
    }
}
