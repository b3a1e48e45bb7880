using System.Globalization;

namespace Assay.Scoring;

/// <summary>Parameters of a certain form, and what to say of another.</summary>
internal static class ParameterValues
{
    /// <summary>A number; null when it is not given.</summary>
    public static double? Number(this ScorerParameters given, string parameter) => given.Text(parameter) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw new BadInputException($"--scorer {given.Name}: {parameter}={text} is no number; write it as 12 or 0.5");

    /// <summary>A number that is not negative; null when it is not given.</summary>
    public static double? Size(this ScorerParameters given, string parameter) => given.Number(parameter) is not { } number ? null
        : number >= 0 ? number
        : throw new BadInputException($"--scorer {given.Name}: {parameter} is negative; give 0 or more");

    /// <summary>A text that must be there.</summary>
    public static string Required(this ScorerParameters given, string parameter, string example) =>
        given.Text(parameter) is { Length: > 0 } text ? text
        : throw new BadInputException($"--scorer {given.Name}: {parameter} is missing; an example: {example}");

    /// <summary>A parameter that has this machine read a file or run a program, which is refused where no services may be called.</summary>
    public static void RequireOwnMachine(this ScorerParameters given, string what)
    {
        if (!given.MayCallServices)
        {
            throw new BadInputException($"--scorer {given.Name}: {what} on this machine is not allowed here; score with 'assay score' on a machine of yours");
        }
    }

    /// <summary>One regular expression, or a JSON list of them.</summary>
    public static IReadOnlyList<string> Patterns(this ScorerParameters given, string parameter)
    {
        if (given.Text(parameter) is not { } text) return [];
        try
        {
            using var list = System.Text.Json.JsonDocument.Parse(text);
            return [.. list.RootElement.EnumerateArray().Select(item => item.GetString()!)];
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException)
        {
            return [text];
        }
    }
}
