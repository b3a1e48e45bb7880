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

    /// <summary>
    /// MLflow's metric keys hold letters, digits and <c>_ - . / :</c> and spaces, and are no path that means another one, as <c>a//b</c> and
    /// <c>../a</c> do; anything else becomes <c>_</c>.
    /// </summary>
    public static string Clean(string name)
    {
        var characters = name.Select(c => char.IsAsciiLetterOrDigit(c) || "_-./: ".Contains(c) ? c : '_').ToArray();
        for (int start = 0, end; start <= characters.Length; start = end + 1)
        {
            end = Array.IndexOf(characters, '/', start);
            end = end < 0 ? characters.Length : end;
            var segment = characters.AsSpan(start, end - start);
            if (segment is "." or "..")
            {
                segment.Fill('_');
            }
            else if (segment.IsEmpty && characters.Length > 0)
            {
                // Of two slashes the second; at the end of the name the slash before it.
                characters[Math.Min(end, characters.Length - 1)] = '_';
            }
        }

        return new string(characters);
    }
}
