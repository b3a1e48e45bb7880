namespace Assay.Scoring.Scorers;

/// <summary>A scorer of several others, which all look at the same sample.</summary>
internal sealed class CompositeScorer(
    ScorerDescription description, IReadOnlyList<ScorerComponent> components, Func<IReadOnlyList<ScorerComponent>, Score[], Score> combine)
    : IScorer, IAsyncDisposable
{
    public ScorerDescription Description { get; } = description with
    {
        NeedsReference = components.Any(component => component.Scorer.Description.NeedsReference),
        NeedsModelCall = components.Any(component => component.Scorer.Description.NeedsModelCall),
        AsksService = components.Any(component => component.Scorer.Description.AsksService),
        NeedsTokens = components.Any(component => component.Scorer.Description.NeedsTokens),
    };

    /// <summary>Scorers with the parts of those that are made of others in their place.</summary>
    public static IEnumerable<IScorer> Leaves(IEnumerable<IScorer> scorers) =>
        scorers.SelectMany(scorer => scorer is CompositeScorer composite ? Leaves(composite.Parts) : [scorer]);

    private IEnumerable<IScorer> Parts => components.Select(component => component.Scorer);

    public async ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        var scores = new Score[components.Count];
        for (var i = 0; i < scores.Length; i++) scores[i] = await components[i].ScoreAsync(sample, cancellationToken).ConfigureAwait(false);
        var combined = combine(components, scores);
        return combined.Value is null ? combined with { Failure = Array.Find(scores, score => score.Failure is not null).Failure } : combined;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var component in components)
            if (component.Scorer is IAsyncDisposable owned) await owned.DisposeAsync().ConfigureAwait(false);
    }
}
