using System.Text.RegularExpressions;
using Assay.Checks;
using Assay.Languages;
using Assay.Readability;
using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Checks of an output's text: patterns, words, length, language.</summary>
internal static class TextChecks
{
    private static readonly Dictionary<string, Language> Languages = new()
    {
        ["en"] = Language.English, ["es"] = Language.Spanish, ["fr"] = Language.French, ["pt"] = Language.Portuguese,
    };

    public static CheckScorer Pattern(ScorerParameters given)
    {
        var pattern = given.Required("pattern", "regex:pattern=\"^[A-D]$\"");
        var whole = given.Flag("whole");
        Regex regex;
        try
        {
            regex = BoundedPattern.Compile(whole ? $@"\A(?:{pattern})\z" : pattern, given.Flag("ignore_case") ? RegexOptions.IgnoreCase : RegexOptions.None);
        }
        catch (ArgumentException exception)
        {
            throw new BadInputException($"--scorer {given.Name}: pattern is no regular expression: {exception.Message}");
        }

        return CheckScorer.OfText(given.Name, $"1 when the output {(whole ? "as a whole matches" : "holds a match of")} {pattern}, else 0.", text =>
        {
            try
            {
                return regex.IsMatch(text) ? CheckScorer.Pass() : CheckScorer.Fail("no match");
            }
            catch (RegexMatchTimeoutException)
            {
                return Score.None("the pattern took more than a second on this text");
            }
        });
    }

    public static CheckScorer Contains(ScorerParameters given)
    {
        string? one = given.Text("text"), any = given.Text("any"), all = given.Text("all");
        var comparison = given.Flag("ignore_case") ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var needAll = given.OneOf("need", ["any", "all"]) == "all" || all is not null;
        if (new[] { one, any, all }.Count(list => list is not null) > 1) throw new BadInputException($"--scorer {given.Name}: give one of text, any and all");
        if ((one is null ? TextLists.Of(any ?? all ?? "reference") : [one]) is not { Count: > 0 } wanted || wanted[0].Length == 0)
        {
            throw new BadInputException($"--scorer {given.Name}: there is no text to look for; an example: contains:any=\"yes|no\"");
        }

        return one is null && any is null && all is null
            ? CheckScorer.OfReferences(CheckScorer.PassFail(given.Name, "1 when the output holds the reference, else 0."), (text, references) => Holds(text, references))
            : CheckScorer.OfText(given.Name, $"1 when the output holds {string.Join(needAll ? " and " : " or ", wanted)}, else 0.", text => Holds(text, wanted));

        Score Holds(string text, IReadOnlyList<string> texts)
        {
            var missing = texts.Where(one => !text.Contains(one, comparison)).ToList();
            return missing.Count == 0 || (!needAll && missing.Count < texts.Count) ? CheckScorer.Pass() : CheckScorer.Fail($"'{Formats.OneLine.Of(missing[0], 80)}' is not in it");
        }
    }

    public static CheckScorer Length(ScorerParameters given)
    {
        var unit = given.OneOf("unit", ["characters", "words", "sentences"]);
        Func<string, int> count = unit switch
        {
            "words" => text => TextCounter.English.Count(text).Words,
            "sentences" => SentenceCounter.Count,
            _ => text => text.EnumerateRunes().Count(),
        };
        double? least = given.Size("min"), most = given.Size("max");
        if (least > most) throw new BadInputException($"--scorer {given.Name}: min is more than max");
        if (least is null && most is null)
        {
            return new CheckScorer(
                CheckScorer.Measure(given.Name, $"How many {unit} the output has.", ScoreKind.Unbounded, ScoreDirection.None, unit),
                sample => sample.Output.IsText ? count(sample.Output.Text!) : Score.None(MissingOutput.Reason(sample)));
        }

        return CheckScorer.OfText(given.Name, $"1 when the output has {Range(least, most)} {unit}, else 0.", text =>
            count(text) is var length && (length < least || length > most) ? CheckScorer.Fail($"{length} {unit}, not {Range(least, most)}") : CheckScorer.Pass());
    }

    public static CheckScorer IsLanguage(ScorerParameters given)
    {
        var code = given.OneOf("is", [.. Languages.Keys]);
        var language = Languages[code];
        return CheckScorer.OfText(given.Name, $"1 when the output is in {language}, else 0.", text => LanguageDetector.Detect(text) switch
        {
            Language.Unknown => Score.None("its language cannot be told: too short, mixed, or none of en, es, fr, pt"),
            Language.Other => CheckScorer.Fail("it is not written in Latin letters"),
            var detected => detected == language ? CheckScorer.Pass() : CheckScorer.Fail($"it looks {detected}"),
        });
    }

    private static string Range(double? least, double? most) => (least, most) switch
    {
        (null, _) => FormattableString.Invariant($"at most {most}"),
        (_, null) => FormattableString.Invariant($"at least {least}"),
        _ => FormattableString.Invariant($"{least} to {most}"),
    };
}
