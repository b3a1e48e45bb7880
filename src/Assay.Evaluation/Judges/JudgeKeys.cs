using Assay.Scoring;

namespace Assay.Judges;

/// <summary>The names under which a judge's scores are logged, as MLflow's: the version of the judge stands in them.</summary>
internal static class JudgeKeys
{
    public static IReadOnlyList<AggregateDefinition> Aggregates(string name, JudgeDefinition judge) =>
        [.. judge.Aggregates.Select(kind => new AggregateDefinition($"{name}/{judge.Version}/{Suffix(kind)}", kind))];

    public static string Column(string name, JudgeDefinition judge) => $"{name}/{judge.Version}/score";

    private static string Suffix(AggregateKind kind) => kind switch
    {
        AggregateKind.Mean => "mean",
        AggregateKind.Variance => "variance",
        AggregateKind.P90 => "p90",
        AggregateKind.Median => "median",
        AggregateKind.Minimum => "min",
        AggregateKind.Maximum => "max",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a judge has no such aggregate"),
    };
}
