using System.Text.Json;

namespace Assay.Judges;

/// <summary>A judge's answer read strictly: a step of the scale with its reason, or what is wrong with it. Nothing is guessed.</summary>
/// <param name="Step">The step; null when there is a fault.</param>
/// <param name="Reason">The judge's reason.</param>
/// <param name="Fault">What is wrong, for the judge and for the row's reason; null when nothing is.</param>
internal sealed record JudgeReply(JudgeStep? Step, string? Reason, string? Fault)
{
    public static JudgeReply Read(JudgeDefinition judge, string answer)
    {
        try
        {
            return Read(judge, JsonElement.Parse(WithoutCodeFence(answer), new JsonDocumentOptions { AllowDuplicateProperties = false }));
        }
        catch (Exception none) when (none is JsonException or InvalidOperationException)
        {
            // The second of a text that holds half a surrogate pair.
            return Wrong("it is not one JSON object and nothing else");
        }
    }

    private static JudgeReply Read(JudgeDefinition judge, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Wrong("it is not a JSON object");
        }

        var other = json.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => name != JudgeForm.Reason && name != judge.Field);
        if (other is not null)
        {
            return Wrong($"it has a field that was not asked for, \"{Formats.OneLine.Of(other, 40)}\"");
        }

        if (!json.TryGetProperty(JudgeForm.Reason, out var reason) || reason.ValueKind != JsonValueKind.String)
        {
            return Wrong($"the text \"{JudgeForm.Reason}\" is missing");
        }

        if (!json.TryGetProperty(judge.Field, out var step))
        {
            return Wrong($"the field \"{judge.Field}\" is missing");
        }

        return judge.Scale.FirstOrDefault(known => IsStep(judge, known, step)) is { } found
            ? new JudgeReply(found, reason.GetString()!.Trim(), null)
            : Wrong($"its {judge.Field}, {Formats.OneLine.Of(step.GetRawText(), 40)}, is not a step of the scale");
    }

    private static bool IsStep(JudgeDefinition judge, JudgeStep known, JsonElement given) => judge.IsNumeric
        ? given.ValueKind == JsonValueKind.Number && given.TryGetDouble(out var number) && number == double.Parse(known.Answer, System.Globalization.CultureInfo.InvariantCulture)
        : given.ValueKind == JsonValueKind.String && given.ValueEquals(known.Answer);

    // A block of code around the whole answer is dress, not content; anything beside it is.
    private static string WithoutCodeFence(string answer)
    {
        const string Fence = "```";
        var text = answer.Trim();
        if (text.Length < 2 * Fence.Length || !text.StartsWith(Fence, StringComparison.Ordinal) || !text.EndsWith(Fence, StringComparison.Ordinal))
        {
            return text;
        }

        var line = text.IndexOf('\n', StringComparison.Ordinal);
        var language = line < 0 ? null : text[Fence.Length..line].Trim();
        return language is "" or "json" or "JSON" ? text[(line + 1)..^Fence.Length] : text;
    }

    private static JudgeReply Wrong(string fault) => new(null, null, fault);
}
