using System.CommandLine;
using Assay.Cli.Settings;
using Assay.Filters;

namespace Assay.Cli.Commands;

/// <summary><c>assay score</c>: a filter that adds scores to JSON lines.</summary>
internal static class ScoreCommand
{
    private const string Examples = """
        assay score --scorer toxicity < answers.jsonl > scored.jsonl
        zcat answers.jsonl.gz | assay score --scorer question-answering --prediction answer --reference expected
        assay score --scorer token_count:encoding=o200k_base --scorer toxicity:label=any --keep-going < answers.jsonl
        assay score --scorer rouge1 --scorer sacrebleu --scorer chrf < translations.jsonl
        assay score --scorer 'all:of=(json_valid+length:max=2000),as=acceptable' < answers.jsonl
        """;

    private static readonly SettingDefinition[] Settings =
    [
        new("scorer", "NAME[:param=value,…]", "a scorer or a set of them", IsRepeatable: true),
        .. JudgeSettings.All,
        new("prediction", "FIELD", "the field that is scored (default: prediction)"),
        new("reference", "FIELD", "the field of what was expected (default: reference)"),
        new("input", "FIELD", "the field of what was asked (default: input)"),
        new("context", "FIELD", "the field that the answer is to be based on (default: context)"),
        new("keep-going", null, "turn a line that cannot be read into {\"error\": …, \"line\": N} instead of ending"),
    ];

    public static Command Create()
    {
        var command = new Command("score", "Score JSON lines: each comes out with \"scores\" and \"reasons\", in order.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, Examples);
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        if (!settings.Has("scorer"))
        {
            throw new BadInputException($"--scorer is missing; an example: assay score --scorer toxicity (known are {string.Join(", ", Scorers.Names)})");
        }

        await using var judges = JudgeSettings.From(settings);
        var scorers = Scorers.OfRecorded(settings.All("scorer").Select(scorer => scorer.Text), judges: judges);
        await using var owned = new OwnedScorers(scorers);
        var defaults = new ScoreFilterOptions();
        var options = defaults with
        {
            PredictionColumn = settings.Text("prediction") ?? defaults.PredictionColumn,
            ReferenceColumn = settings.Text("reference") ?? defaults.ReferenceColumn,
            InputColumn = settings.Text("input") ?? defaults.InputColumn,
            ContextColumn = settings.Text("context") ?? defaults.ContextColumn,
            KeepGoing = settings.Switch("keep-going"),
        };
        await using var input = Console.OpenStandardInput();
        await using var output = StandardOutput.Open();
        await ScoreFilter.RunAsync(input, output, scorers, options, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
