using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Checks of an answer: equality, patterns, formats, lengths, and what is composed of other scorers.</summary>
internal static class CheckScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["exact_match"] = ExactMatch,
        ["json_valid"] = JsonChecks.Valid,
        ["json_schema"] = JsonChecks.Schema,
        ["regex"] = TextChecks.Pattern,
        ["contains"] = TextChecks.Contains,
        ["length"] = TextChecks.Length,
        ["language"] = TextChecks.IsLanguage,
        ["levenshtein"] = ClosenessChecks.Edits,
        ["numeric"] = ClosenessChecks.Number,
        ["all"] = CompositeScorers.All,
        ["any"] = CompositeScorers.Any,
        ["weighted"] = CompositeScorers.Weighted,
        ["exec"] = Exec,
    };

    private static ExactMatchScorer ExactMatch(ScorerParameters given)
    {
        try
        {
            return new ExactMatchScorer(given.Name, new ExactMatchOptions
            {
                IgnoreCase = given.Flag("ignore_case"),
                IgnorePunctuation = given.Flag("ignore_punctuation"),
                IgnoreNumbers = given.Flag("ignore_numbers"),
                RegexesToIgnore = given.Patterns("regexes_to_ignore"),
            });
        }
        catch (ArgumentException exception)
        {
            throw new BadInputException($"--scorer {given.Name}: regexes_to_ignore is no regular expression: {exception.Message}");
        }
    }

    private static ExecScorer Exec(ScorerParameters given)
    {
        given.RequireOwnMachine("running a program");
        var command = given.Required("command", "exec:command=\"python3 score.py\"");
        var direction = given.OneOf("direction", ["higher", "lower", "none"]) switch
        {
            "higher" => ScoreDirection.Higher,
            "lower" => ScoreDirection.Lower,
            _ => ScoreDirection.None,
        };
        var summary = $"What '{Models.SecretNames.ScrubAssignments(command)}' says.";
        var description = given.OneOf("kind", ["number", "share", "pass-fail"]) switch
        {
            "share" => CheckScorer.Measure(given.Name, summary, ScoreKind.UnitInterval, direction),
            "pass-fail" => CheckScorer.PassFail(given.Name, summary) with { Direction = direction },
            _ => CheckScorer.Measure(given.Name, summary, ScoreKind.Unbounded, direction),
        };
        return new ExecScorer(command, description with { AsksService = true });
    }
}
