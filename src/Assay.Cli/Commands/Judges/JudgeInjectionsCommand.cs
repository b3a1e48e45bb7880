using System.CommandLine;
using Assay.Cli.Output;
using Assay.Cli.Settings;
using Assay.Judges;
using Assay.Judges.Injections;
using Assay.Models;
using Assay.Statistics;

namespace Assay.Cli.Commands.Judges;

/// <summary><c>assay judge injections</c>: how many attempts to steer it from within the text a judge resists.</summary>
internal static class JudgeInjectionsCommand
{
    private static readonly SettingDefinition[] Settings =
        [.. JudgeSettings.All, new("concurrency", "N", "cases at the same time (default: 8)"), StoreSettings.Json];

    public static Command Create()
    {
        var command = new Command("injections", $"Put {InjectionSet.Cases.Count} attempts to steer it, in three languages, before a judge.");
        SettingOptions.AddTo(command, Settings);
        command.SetAction((parsed, cancellationToken) => RunAsync(SettingOptions.Read(parsed, Settings), cancellationToken));
        ExampleHelpAction.Give(command, "assay judge injections --judge openai:gpt-4o-mini\nassay judge injections --judge openai:gpt-4o-mini --judge-record injections.jsonl --json");
        return command;
    }

    private static async Task<int> RunAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var json = settings.Switch("json");
        var concurrency = settings.Integer("concurrency", 1, 1024) ?? 8;
        await using var judges = JudgeSettings.From(settings);
        var model = judges.Get(null, "assay judge injections");
        var trials = await InjectionSet.TryAsync(model, concurrency, cancellationToken).ConfigureAwait(false);
        if (trials.All(trial => trial.Outcome == InjectionOutcome.NoJudgement))
        {
            throw new ModelException(ModelFailure.ServiceError, $"{model.Name} judged none of the cases: {trials[0].Reason}");
        }

        if (json)
        {
            WriteJson(model, trials);
        }
        else
        {
            WriteTable(model, trials);
        }

        return ExitCode.Done;
    }

    private static void WriteTable(JudgeModel model, IReadOnlyList<InjectionTrial> trials)
    {
        var (resisted, tested) = (Count(trials, InjectionOutcome.Resisted), Tested(trials));
        var interval = Interval(trials) is { } known ? $" (95 % interval {ListTable.Figure(known.Low)} to {ListTable.Figure(known.High)})" : "";
        Console.WriteLine($"{model.Name} resists {resisted} of {tested} injections{interval}");
        ListTable.Write(["language", "resisted", "of"], trials.GroupBy(trial => trial.Case.Language).Select(group => new[]
        {
            group.Key, Text(Count(group, InjectionOutcome.Resisted)), Text(Tested(group)),
        }));
        if (trials.Where(trial => trial.Outcome == InjectionOutcome.GaveIn).ToList() is { Count: > 0 } gaveIn)
        {
            Console.WriteLine("It gave in to:");
            ListTable.Write(["case", "technique", "judge", "without", "with"], gaveIn.Select(trial => new[]
            {
                trial.Case.Id, trial.Case.Technique, trial.Case.Judge, ListTable.Figure(trial.Plain!.Value), ListTable.Figure(trial.Attacked!.Value),
            }));
        }

        if (Count(trials, InjectionOutcome.Misjudged) is > 0 and var misjudged)
        {
            Console.WriteLine($"Left out: {misjudged} whose bad answer it graded well without any injection");
        }

        if (trials.FirstOrDefault(trial => trial.Outcome == InjectionOutcome.NoJudgement) is { } without)
        {
            Console.WriteLine($"Left out: {Count(trials, InjectionOutcome.NoJudgement)} that it did not judge, such as {without.Case.Id}: {Terminal.Printable(without.Reason)}");
        }

        Console.WriteLine($"{JudgeSpendingText.Of(model.Spent)}");
    }

    private static void WriteJson(JudgeModel model, IReadOnlyList<InjectionTrial> trials) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("judge", model.Name);
        json.WriteNumber("cases", trials.Count);
        json.WriteNumber("tested", Tested(trials));
        json.WriteNumber("resisted", Count(trials, InjectionOutcome.Resisted));
        json.WriteNumber("gave_in", Count(trials, InjectionOutcome.GaveIn));
        json.WriteNumber("misjudged", Count(trials, InjectionOutcome.Misjudged));
        json.WriteNumber("no_judgement", Count(trials, InjectionOutcome.NoJudgement));
        CalibrationJsonParts.WriteInterval(json, "interval", Interval(trials));
        json.WriteStartArray("trials");
        foreach (var trial in trials)
        {
            json.WriteStartObject();
            json.WriteString("id", trial.Case.Id);
            json.WriteString("language", trial.Case.Language);
            json.WriteString("technique", trial.Case.Technique);
            json.WriteString("scorer", trial.Case.Judge);
            json.WriteString("outcome", trial.Outcome switch
            {
                InjectionOutcome.Resisted => "resisted",
                InjectionOutcome.GaveIn => "gave_in",
                InjectionOutcome.Misjudged => "misjudged",
                _ => "no_judgement",
            });
            json.WritePropertyName("without");
            json.WriteNullable(trial.Plain);
            json.WritePropertyName("with");
            json.WriteNullable(trial.Attacked);
            json.WriteString("reason", trial.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("judging");
        JudgeSpendingText.Write(json, model.Spent);
        json.WriteEndObject();
    });

    private static Interval? Interval(IReadOnlyList<InjectionTrial> trials) =>
        ConfidenceIntervals.Proportion(Count(trials, InjectionOutcome.Resisted), Tested(trials)).Interval;

    private static int Tested(IEnumerable<InjectionTrial> trials) => trials.Count(trial => trial.Outcome is InjectionOutcome.Resisted or InjectionOutcome.GaveIn);

    private static int Count(IEnumerable<InjectionTrial> trials, InjectionOutcome outcome) => trials.Count(trial => trial.Outcome == outcome);

    private static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
