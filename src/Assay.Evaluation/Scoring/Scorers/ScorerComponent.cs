using System.Globalization;
using Assay.Formats;

namespace Assay.Scoring.Scorers;

/// <summary>A scorer as a part of another: <c>[WEIGHT*]SPECIFICATION[&gt;=LIMIT|&lt;=LIMIT]</c>.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Scorer">The scorer.</param>
/// <param name="Weight">Its weight in a mean; 1 when none is given.</param>
/// <param name="Least">Passes from here on; null when no limit is given.</param>
/// <param name="Most">Passes up to here; null when no limit is given.</param>
internal sealed record ScorerComponent(string Text, IScorer Scorer, double Weight, double? Least, double? Most)
{
    private const int MostComponents = 32;
    private const int Deepest = 16;

    /// <summary>Whether its value is 1 or 0: the scorer's own, or by a limit.</summary>
    public bool PassesOrFails => Least is not null || Most is not null || Scorer.Description.Kind == ScoreKind.PassFail;

    /// <summary>Which way is better; with a limit passing is.</summary>
    public ScoreDirection Direction => Least is null && Most is null ? Scorer.Description.Direction : ScoreDirection.Higher;

    /// <summary>Reads <c>(A+B+…)</c>.</summary>
    /// <exception cref="BadInputException">It is no such list, or one of the scorers cannot be made.</exception>
    public static IReadOnlyList<ScorerComponent> List(ScorerParameters given)
    {
        var list = given.Required("of", $"{given.Name}:of=(json_valid+length:max=200)");
        if (list is not ['(', .., ')'] || list.Split("=(").Length > Deepest)
        {
            throw new BadInputException(
                $"--scorer {given.Name}: of={OneLine.Of(list, 80)} is no list of scorers, (A+B+…), with {Deepest} lists in it at most; an example: all:of=(json_valid+length:max=200)");
        }

        var parts = ScorerGrammar.Split(list[1..^1], '+');
        if (parts.Count > MostComponents) throw TooMany(given, parts.Count);
        List<ScorerComponent> components = [.. parts.Select(part => Parse(part.Trim(), given))];
        var leaves = CompositeScorer.Leaves(components.Select(component => component.Scorer)).Count();
        return leaves <= MostComponents ? components : throw TooMany(given, leaves);
    }

    public async ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken)
    {
        var score = await Scorer.ScoreGuardedAsync(sample, cancellationToken).ConfigureAwait(false);
        return score.Value is { } value && (Least ?? Most) is not null ? score with { Value = value >= Least || value <= Most ? 1 : 0 } : score;
    }

    private static BadInputException TooMany(ScorerParameters given, int count) =>
        new($"--scorer {given.Name}: {count} scorers in one; {MostComponents} at most");

    private static ScorerComponent Parse(string text, ScorerParameters given)
    {
        var specification = text;
        var weight = Number(ref specification, specification.IndexOf('*', StringComparison.Ordinal), isBefore: true) ?? 1;
        var least = Number(ref specification, specification.LastIndexOf(">=", StringComparison.Ordinal), isBefore: false);
        var most = least is null ? Number(ref specification, specification.LastIndexOf("<=", StringComparison.Ordinal), isBefore: false) : null;
        if (weight <= 0) throw new BadInputException($"--scorer {given.Name}: the weight of {text} is not above 0");
        var scorers = given.Part(specification);
        return scorers is [var scorer] ? new ScorerComponent(text, scorer, weight, least, most)
            : throw new BadInputException($"--scorer {given.Name}: '{specification}' is a set of scorers; name one of them");
    }

    // Only a number there is a weight or a limit: anything else belongs to the specification.
    private static double? Number(ref string specification, int at, bool isBefore)
    {
        if (at <= 0) return null;
        var digits = isBefore ? specification[..at] : specification[(at + 2)..];
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
        specification = isBefore ? specification[(at + 1)..] : specification[..at];
        return number;
    }
}
