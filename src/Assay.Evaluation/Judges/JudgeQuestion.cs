using System.Text;
using Assay.Models;

namespace Assay.Judges;

/// <summary>What a judge is asked about one row: the messages of the call.</summary>
internal static class JudgeQuestion
{
    /// <param name="judge">The judge.</param>
    /// <param name="texts">The texts under judgement, with the inputs that they are, in the judge's order.</param>
    public static IReadOnlyList<Message> Messages(JudgeDefinition judge, IReadOnlyList<(JudgeInput Input, string Text)> texts)
    {
        var fence = TextFence.Around([.. texts.Select(text => text.Text)]);
        var form = JudgeForm.Describe(judge);
        var system = JudgeTexts.Instructions
            .Replace("{{marker}}", fence.Marker, StringComparison.Ordinal)
            .Replace("{{form}}", form, StringComparison.Ordinal);
        return [new Message("system", system), new Message("user", Task(judge, texts, fence))];
    }

    /// <summary>The conversation that asks once more, after an answer that is no judgement.</summary>
    public static IReadOnlyList<Message> Repair(JudgeDefinition judge, IReadOnlyList<Message> asked, string answer, string fault) =>
    [
        .. asked,
        new Message("assistant", answer),
        new Message("user", JudgeTexts.Repair
            .Replace("{{fault}}", fault, StringComparison.Ordinal)
            .Replace("{{form}}", JudgeForm.Describe(judge), StringComparison.Ordinal)),
    ];

    private static string Task(JudgeDefinition judge, IReadOnlyList<(JudgeInput Input, string Text)> texts, TextFence fence)
    {
        var task = new StringBuilder();
        var unplaced = AppendPrompt(task, judge.Prompt, texts, fence);
        AppendScale(task, judge);
        AppendExamples(task, judge);
        foreach (var (input, text) in unplaced)
        {
            task.Append("\n\n").Append(fence.Wrap(input.Label, text));
        }

        return task.ToString();
    }

    /// <summary>
    /// One pass over the prompt, so that braces within a text that was put in are left alone. Returns the texts that it does not place.
    /// </summary>
    private static List<(JudgeInput Input, string Text)> AppendPrompt(
        StringBuilder task, string prompt, IReadOnlyList<(JudgeInput Input, string Text)> texts, TextFence fence)
    {
        var unplaced = texts.ToList();
        for (var place = 0; place < prompt.Length;)
        {
            var open = prompt.IndexOf("{{", place, StringComparison.Ordinal);
            var close = open < 0 ? -1 : prompt.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                task.Append(prompt, place, prompt.Length - place);
                break;
            }

            var name = prompt[(open + 2)..close].Trim();
            task.Append(prompt, place, open - place);
            if (texts.FirstOrDefault(text => text.Input.Name == name) is { Input: not null } found)
            {
                task.Append(fence.Wrap(found.Input.Label, found.Text));
                unplaced.Remove(found);
            }

            place = close + 2;
        }

        return unplaced;
    }

    private static void AppendScale(StringBuilder task, JudgeDefinition judge)
    {
        task.Append("\n\nThe scale:");
        foreach (var step in judge.Scale)
        {
            task.Append("\n- ").Append(step.Answer);
            if (step.Meaning is not null)
            {
                task.Append(": ").Append(step.Meaning);
            }
        }
    }

    private static void AppendExamples(StringBuilder task, JudgeDefinition judge)
    {
        for (var i = 0; i < judge.Examples.Count; i++)
        {
            var example = judge.Examples[i];
            task.Append("\n\nExample ").Append(i + 1).Append(", which is not to be judged:");
            foreach (var input in judge.Inputs.Where(input => example.Texts.ContainsKey(input.Name)))
            {
                task.Append('\n').Append(input.Label).Append(": ").Append(example.Texts[input.Name]);
            }

            task.Append("\nJudgement: ").Append(JudgeForm.Write(judge, example.Answer, example.Reason));
        }
    }
}
