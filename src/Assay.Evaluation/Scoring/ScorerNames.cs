namespace Assay.Scoring;

/// <summary>Each scorer of an evaluation has a name of its own, in scores and in metric keys.</summary>
internal static class ScorerNames
{
    /// <summary>What a set brings along of itself gives way to the scorer of that name that was asked for.</summary>
    /// <exception cref="BadInputException">Two scorers that were asked for have one name.</exception>
    public static IReadOnlyList<IScorer> Distinct(IEnumerable<IScorer> scorers)
    {
        var distinct = scorers.GroupBy(scorer => scorer.Description.Name).Select(Only).ToDictionary(scorer => scorer.Description.Name);
        return [.. scorers.Where(scorer => distinct[scorer.Description.Name] == scorer)];
    }

    private static IScorer Only(IGrouping<string, IScorer> named)
    {
        var asked = named.Where(scorer => !scorer.Description.Optional).Take(2).ToList();
        return asked.Count < 2 ? asked.FirstOrDefault() ?? named.First() : throw new BadInputException(
            $"--scorer: two scorers are named '{named.Key}'; leave one away, or name it with as=NAME");
    }
}
