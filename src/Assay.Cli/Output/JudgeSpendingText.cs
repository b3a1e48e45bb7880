using System.Text.Json;
using Assay.Judges;

namespace Assay.Cli.Output;

/// <summary>What judges cost, for people and for programs.</summary>
internal static class JudgeSpendingText
{
    public static string Of(JudgeSpending spent)
    {
        var again = spent.Repairs == 0 ? "" : FormattableString.Invariant($" ({spent.Repairs} of them asked again for a usable answer)");
        var tokens = spent.Usage is { } usage ? FormattableString.Invariant($", {usage.Input} tokens in, {usage.Output} out") : "";
        return FormattableString.Invariant($"{spent.Calls} calls") + again + tokens;
    }

    public static void Write(Utf8JsonWriter json, JudgeSpending spent)
    {
        json.WriteStartObject();
        json.WriteNumber("calls", spent.Calls);
        json.WriteNumber("repairs", spent.Repairs);
        if (spent.Usage is { } usage)
        {
            json.WriteNumber("input_tokens", usage.Input ?? 0);
            json.WriteNumber("output_tokens", usage.Output ?? 0);
        }

        json.WriteEndObject();
    }
}
