using Assay.Overlap;
using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>ROUGE and SQuAD: overlap with references, as summaries and question answering have it.</summary>
internal static class RougeScorers
{
    private static readonly string[] Versions = ["1", "2"];

    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } =
        RougeMeasure.All.SelectMany(measure => new KeyValuePair<string, Func<ScorerParameters, IScorer>>[]
        {
            new(measure.Name, given => Rouge(given, measure, anyScript: false)),
            new(measure.Name + "_unicode", given => Rouge(given, measure, anyScript: true)),
        }).Append(new("squad_f1", given => new SquadScorer(given.Name, isF1: true, Version(given))))
        .Append(new("squad_em", given => new SquadScorer(given.Name, isF1: false, Version(given))))
        .ToDictionary();

    private static RougeScorer Rouge(ScorerParameters given, RougeMeasure measure, bool anyScript) =>
        new(given.Name, measure, new RougeOptions { Stemmer = given.Flag("stemmer"), Unicode = anyScript });

    private static SquadVersion Version(ScorerParameters given) => given.OneOf("version", Versions) == "2" ? SquadVersion.V2 : SquadVersion.V1;
}
