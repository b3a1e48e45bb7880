using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Assay.Gates;
using Assay.Results;

namespace Assay;

/// <summary>
/// A condition that a figure of an evaluation must meet: <c>toxicity/v1/p90 &lt; 0.1</c>. Figures are compared as they are, not rounded. Or one
/// that the run must meet beside another one, row by row: <c>exact_match/v1 not worse than RUN by 0.02</c>, <c>exact_match/v1 better than RUN</c>.
/// </summary>
/// <param name="Text">As the user wrote it.</param>
/// <param name="Key">The figure's key.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Bound">With what.</param>
public sealed record Gate(string Text, string Key, GateOperator Operator, double Bound)
{
    /// <summary>The run that this one is held against, as the user named it; null for a bound on a figure.</summary>
    public string? Baseline { get; init; }

    private static readonly (string Sign, GateOperator Operator)[] Signs =
    [
        (">=", GateOperator.AtLeast),
        ("<=", GateOperator.AtMost),
        ("==", GateOperator.Equal),
        ("!=", GateOperator.NotEqual),
        (">", GateOperator.Above),
        ("<", GateOperator.Below),
        ("=", GateOperator.Equal),
    ];

    /// <summary>
    /// Reads a gate: a key, one of <c>&gt;= &gt; &lt;= &lt; == = !=</c>, a number with a point. Throws <see cref="BadInputException"/>.
    /// </summary>
    public static Gate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, out var fault) ?? throw new BadInputException(
            $"gate \"{text}\": {fault}; write it like \"exact_match/v1 {(ComparisonGateText.IsMeant(text) ? "not worse than RUN by 0.02" : ">= 0.8")}\"");
    }

    /// <summary>Reads a gate; false when the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Gate? gate)
    {
        ArgumentNullException.ThrowIfNull(text);
        gate = Read(text, out _);
        return gate is not null;
    }

    /// <summary>Holds the gate against the figures of a run; a figure that is missing or no number fails it, as does a gate on a comparison.</summary>
    public GateOutcome Check(IReadOnlyDictionary<string, double> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return Baseline is null && metrics.TryGetValue(Key, out var value) && !double.IsNaN(value)
            ? new GateOutcome(Text, value, Holds(value))
            : new GateOutcome(Text, null, Passed: false);
    }

    private static Gate? Read(string text, out string? fault)
    {
        if (ComparisonGateText.Read(text, out fault) is { } against) return against;
        if (fault is not null) return null;
        var place = text.AsSpan().IndexOfAny("<>=!");
        var key = place < 0 ? "" : text[..place].Trim();
        var (sign, comparison) = place < 0 ? default
            : Signs.FirstOrDefault(known => text.AsSpan(place).StartsWith(known.Sign, StringComparison.Ordinal));
        var number = sign is null ? "" : text[(place + sign.Length)..].Trim();
        var isNumber = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && double.IsFinite(bound);
        fault = place < 0 ? "there is no comparison in it"
            : key.Length == 0 ? "there is no key before the comparison"
            : key.FirstOrDefault(letter => !IsKeyLetter(letter)) is var wrong and not '\0' ? $"keys hold letters, digits and _ - . / : and spaces, no '{wrong}'"
            : sign is null ? "the comparison is none of >= > <= < == !="
            : isNumber ? null
            : number.Length == 0 ? "there is no number behind the comparison" : $"\"{number}\" is not a number";
        return fault is null ? new Gate(text.Trim(), key, comparison, bound) : null;
    }

    private bool Holds(double value) => Operator switch
    {
        GateOperator.AtLeast => value >= Bound,
        GateOperator.Above => value > Bound,
        GateOperator.AtMost => value <= Bound,
        GateOperator.Below => value < Bound,
        GateOperator.Equal => value.Equals(Bound),
        _ => !value.Equals(Bound),
    };

    internal static bool IsKeyLetter(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.' or '/' or ':' or ' ';
}
