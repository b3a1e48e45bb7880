using Assay.Overlap;

namespace Assay.Scoring.Scorers;

/// <summary>ROUGE's F-measure of an output, the best of several references.</summary>
internal sealed class RougeScorer(string name, RougeMeasure measure, RougeOptions options) : IScorer
{
    // The measures are asked for together, and reading the texts is what costs: the pairs of the sample just seen are kept.
    [ThreadStatic]
    private static (string Output, string Reference, RougeOptions Options, RougePair[] Pairs)? _last;

    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = $"Overlap with the reference in {measure.What}{Tokens(options)}: ROUGE's F-measure.",
        Kind = ScoreKind.UnitInterval,
        Direction = ScoreDirection.Higher,
        Aggregates = MetricKeys.Versioned(name),
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => new(
        !sample.Output.IsText ? Score.None(MissingOutput.Reason(sample))
        : sample.Reference.IsNull ? Score.None("there is no reference")
        : Best(Pairs(sample.Output.Text!, sample)));

    private Score Best(RougePair[] pairs)
    {
        if (pairs.Length == 0) return Score.None("the list of references is empty");
        if (options.Unicode && Array.TrueForAll(pairs, pair => pair.PredictionTokens == 0 && pair.ReferenceTokens == 0))
        {
            return Score.None("neither the output nor the reference has a word");
        }

        var best = 0.0;
        foreach (var pair in pairs) best = Math.Max(best, measure.Of(pair).F);
        return best;
    }

    private RougePair[] Pairs(string output, Sample sample)
    {
        if (_last is { } last && ReferenceEquals(last.Output, output) && ReferenceEquals(last.Reference, sample.Reference.Text)
            && last.Options == options)
        {
            return last.Pairs;
        }

        RougePair[] pairs = [.. References.Of(sample.Reference).Select(reference => RougePair.Of(output, reference, options))];
        _last = (output, sample.Reference.Text!, options, pairs);
        return pairs;
    }

    private static string Tokens(RougeOptions options) => (options.Stemmer, options.Unicode) switch
    {
        (true, true) => ", stemmed, in every script",
        (true, false) => ", stemmed",
        (false, true) => " of every script",
        _ => "",
    };
}
