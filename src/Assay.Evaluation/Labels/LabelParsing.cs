using System.Text.RegularExpressions;
using Assay.Checks;

namespace Assay.Labels;

/// <summary>How labels are read: out of answers by <c>parse</c>, out of references by the labels' names.</summary>
/// <param name="Answers">Finds the label in an answer.</param>
/// <param name="Names">The labels, and the other words that mean them.</param>
internal sealed record LabelParsing(ILabelReader Answers, LabelNames Names)
{
    /// <param name="parse"><c>MODE:WHAT</c>; null when the answer is the label.</param>
    /// <param name="labels">The labels' names; null for those of <paramref name="parse"/>, or any.</param>
    /// <exception cref="FormatException">One of them cannot be read; the message says what to write.</exception>
    public static LabelParsing Of(string? parse, string? labels)
    {
        if (parse is null)
        {
            var any = labels is null ? LabelNames.Any : LabelNames.Parse(labels);
            return new(new WholeLabelReader(any), any);
        }

        var colon = parse.IndexOf(':', StringComparison.Ordinal);
        var (mode, what) = colon < 0 ? (parse, "") : (parse[..colon], parse[(colon + 1)..]);
        LabelChoice? choice = mode switch { "only-match" => LabelChoice.Only, "first-match" => LabelChoice.First, "last-match" => LabelChoice.Last, _ => null };
        if (choice is not null)
        {
            if (what.Length == 0 && labels is null) throw new FormatException($"parse={parse} names no labels; write parse={mode}:positive|negative");
            // What a reference may be written as (0, 1) is not looked for in answers, where it may be anything.
            var searched = LabelNames.Parse(what.Length == 0 ? labels : what);
            return new(new MatchLabelReader(searched, choice.Value), what.Length == 0 ? searched : LabelNames.Parse(what, labels));
        }

        if (what.Length == 0 || mode is not ("regex" or "json")) throw Unknown(parse);
        var known = labels is null ? LabelNames.Any : LabelNames.Parse(labels);
        return new(mode == "json" ? new JsonLabelReader(what, known) : new RegexLabelReader(Expression(what), known, LabelChoice.First), known);
    }

    private static FormatException Unknown(string parse) => new(
        $"parse={parse} is unknown; write only-match:, first-match: or last-match: and labels apart by |, regex: and an expression, or json: and a field");

    private static Regex Expression(string pattern)
    {
        try
        {
            return BoundedPattern.Compile(pattern);
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"the regular expression of parse= cannot be read: {error.Message}", error);
        }
    }
}
