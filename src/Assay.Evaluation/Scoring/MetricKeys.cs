namespace Assay.Scoring;

/// <summary>The names under which scores are logged, as MLflow has them.</summary>
internal static class MetricKeys
{
    private static readonly (string Suffix, AggregateKind Kind)[] Standard =
        [("mean", AggregateKind.Mean), ("variance", AggregateKind.Variance), ("p90", AggregateKind.P90)];

    /// <summary><c>NAME/v1/mean</c>, <c>…/variance</c>, <c>…/p90</c>.</summary>
    public static AggregateDefinition[] Versioned(string name) => [.. Standard.Select(of => new AggregateDefinition($"{name}/v1/{of.Suffix}", of.Kind))];

    /// <summary><c>NAME/mean</c>, <c>…/variance</c>, <c>…/p90</c>.</summary>
    public static AggregateDefinition[] Bare(string name) => [.. Standard.Select(of => new AggregateDefinition($"{name}/{of.Suffix}", of.Kind))];

    /// <summary>The row scores' column in MLflow's results table.</summary>
    public static string Column(string name) => $"{name}/v1/score";

    /// <summary>MLflow's metric keys hold letters, digits and <c>_ - . / :</c> and spaces; anything else becomes <c>_</c>.</summary>
    public static string Clean(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || "_-./: ".Contains(c) ? c : '_'));
}
