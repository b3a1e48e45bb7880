using System.Globalization;
using Assay.Checks;
using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>How near an output is to its reference: as text, or as a number.</summary>
internal static class ClosenessChecks
{
    public static CheckScorer Edits(ScorerParameters given)
    {
        var isDistance = given.OneOf("as_distance", ["false", "true"]) == "true";
        var ignoreCase = given.Flag("ignore_case");
        var description = isDistance
            ? CheckScorer.Measure(given.Name, "Characters to change until the output equals the reference.", ScoreKind.Unbounded, ScoreDirection.Lower, "characters")
            : CheckScorer.Measure(given.Name, "1 less the share of characters to change until the output equals the reference.", ScoreKind.UnitInterval, ScoreDirection.Higher);
        return CheckScorer.OfReferences(description, (text, references) => isDistance
            ? references.Min(reference => Levenshtein.Distance(Folded(text), Folded(reference)))
            : references.Max(reference => Levenshtein.Similarity(Folded(text), Folded(reference))));

        string Folded(string text) => ignoreCase ? PythonLowerCase.Of(text) : text;
    }

    public static CheckScorer Number(ScorerParameters given)
    {
        double absolute = given.Size("abs") ?? 0, relative = given.Size("rel") ?? 0;
        var last = given.OneOf("take", ["last", "first"]) == "last";
        var comma = given.OneOf("decimal", ["point", "comma"]) == "comma";
        var description = CheckScorer.PassFail(given.Name, string.Create(CultureInfo.InvariantCulture,
            $"1 when the {(last ? "last" : "first")} number of the output is the reference's, {absolute} or {relative} of it apart at most, else 0."));
        return CheckScorer.OfReferences(description, (text, references) =>
        {
            if (NumberInText.Find(text, last, comma) is not { } number) return Score.None("there is no number in the output");
            var expected = references.Select(reference => NumberInText.Find(reference, last, comma)).OfType<double>().ToList();
            if (expected.Count == 0) return Score.None("there is no number in the reference");
            return expected.Exists(wanted => Math.Abs(number - wanted) <= Math.Max(absolute, relative * Math.Abs(wanted))) ? CheckScorer.Pass()
                : CheckScorer.Fail(string.Create(CultureInfo.InvariantCulture, $"{number} is not {expected[0]}"));
        });
    }
}
