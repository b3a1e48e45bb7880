using System.Text.Json;
using Assay.Formats;
using Assay.Models;

namespace Assay.Judges;

/// <summary>
/// Asks a model to judge, as a definition says. An answer that is no judgement is asked for once more; after that, and for a judge that
/// refuses, is cut, filtered or cannot be reached, there is a reason and no score. Safe for concurrent use.
/// </summary>
/// <param name="definition">What is judged, and how.</param>
/// <param name="model">Who judges.</param>
public sealed class Judge(JudgeDefinition definition, JudgeModel model)
{
    private readonly JsonElement _form = JudgeForm.ResponseFormat(definition);

    /// <summary>What is judged, and how.</summary>
    public JudgeDefinition Definition { get; } = definition;

    /// <summary>Who judges.</summary>
    public JudgeModel Model { get; } = model;

    /// <summary>Which judge it is.</summary>
    public JudgeIdentity Identity { get; } = new(definition.Name, definition.Version, definition.Digest, model.Name);

    /// <summary>Judges one row. Throws only for cancellation.</summary>
    /// <param name="texts">The texts by the names of the judge's inputs; null where the row has none.</param>
    /// <param name="rowId">The row, for recordings and errors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Judgement> AskAsync(Func<JudgeInput, string?> texts, string rowId, CancellationToken cancellationToken = default)
    {
        var shown = new List<(JudgeInput Input, string Text)>();
        foreach (var input in Definition.Inputs)
        {
            if (texts(input) is { } text)
            {
                shown.Add((input, text));
            }
            else if (!input.IsOptional)
            {
                return Judgement.None($"there is no {input.Name} to judge by");
            }
        }

        try
        {
            return await AskAsync(JudgeQuestion.Messages(Definition, shown), rowId, cancellationToken).ConfigureAwait(false);
        }
        catch (ModelException failure)
        {
            return Judgement.None($"the judge gave no answer: {OneLine.Of(failure.Message, 300)}") with { Failure = failure };
        }
    }

    private async Task<Judgement> AskAsync(IReadOnlyList<Message> messages, string rowId, CancellationToken cancellationToken)
    {
        var answer = await Model.AskAsync(messages, _form, rowId, isRepair: false, cancellationToken).ConfigureAwait(false);
        if (WhyNone(answer) is { } none)
        {
            return none;
        }

        var reply = JudgeReply.Read(Definition, answer.Text!);
        if (reply.Fault is { } fault)
        {
            var repaired = JudgeQuestion.Repair(Definition, messages, answer.Text!, fault);
            answer = await Model.AskAsync(repaired, _form, rowId, isRepair: true, cancellationToken).ConfigureAwait(false);
            if (WhyNone(answer) is { } noneNow)
            {
                return noneNow;
            }

            reply = JudgeReply.Read(Definition, answer.Text!);
        }

        return reply.Step is null
            ? Judgement.None($"the judge's answer is no judgement, also when asked again: {reply.Fault}")
            : new Judgement(reply.Step, reply.Reason!);
    }

    private static Judgement? WhyNone(Answer answer) => answer.WhyNotWhole switch
    {
        null => null,
        "the model refused" => Judgement.None("the judge refused"),
        var why => Judgement.None($"of the judge: {why}"),
    };
}
