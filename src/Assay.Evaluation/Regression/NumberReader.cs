using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Data;
using Assay.Labels;

namespace Assay.Regression;

/// <summary>Finds the number in an answer.</summary>
internal sealed partial class NumberReader
{
    private readonly Func<FieldValue, (string? Text, string? Reason)> _find;

    private NumberReader(Func<FieldValue, (string? Text, string? Reason)> find) => _find = find;

    /// <summary>The answer is the number.</summary>
    public static NumberReader Whole { get; } = new(answer => (answer.Text, null));

    /// <param name="parse"><c>first-number</c>, <c>last-number</c>, <c>regex:…</c> or <c>json:FIELD</c>; null when the answer is the number.</param>
    /// <exception cref="FormatException">It cannot be read; the message says what to write.</exception>
    public static NumberReader Of(string? parse)
    {
        switch (parse)
        {
            case null:
                return Whole;
            case "first-number" or "last-number":
                var isLast = parse == "last-number";
                return new(answer => (NumberIn().Matches(answer.Text!) is { Count: > 0 } found ? found[isLast ? found.Count - 1 : 0].Value : null, null));
        }

        if (parse.StartsWith("json:", StringComparison.Ordinal) && parse.Length > 5)
        {
            return new(answer =>
            {
                var (value, reason) = JsonAnswer.Field(answer, parse[5..]);
                return (value.Text, reason);
            });
        }

        if (!parse.StartsWith("regex:", StringComparison.Ordinal) || parse.Length == 6)
        {
            throw new FormatException($"parse={parse} is unknown; write first-number, last-number, regex: and an expression, or json: and a field");
        }

        var reader = LabelParsing.Of(parse, null).Answers;
        return new(answer => reader.Read(answer) is var found && found.Label is { } label ? (label, null)
            : (null, found.Reason == LabelReading.NoLabel ? null : found.Reason));
    }

    /// <summary>The number, or why there is none.</summary>
    public (double? Number, string? Reason) Read(FieldValue answer)
    {
        var (text, reason) = _find(answer);
        return text is null ? (null, reason ?? "no number in the answer") : Parse(text) is { } number ? (number, null) : (null, "the answer is no number");
    }

    /// <summary>A number as it is written, with commas between thousands or without; null for what is none, and for NaN and the infinities.</summary>
    public static double? Parse(string text)
    {
        var trimmed = text.Trim().Replace('\u2212', '-');
        if (Thousands().IsMatch(trimmed)) trimmed = trimmed.Replace(",", "", StringComparison.Ordinal);
        return double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    [GeneratedRegex(@"(?<![\w.])[-+\u2212]?(\d{1,3}(,\d{3})+(?!\d)(\.\d+)?|\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?")]
    private static partial Regex NumberIn();

    [GeneratedRegex(@"^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();
}
