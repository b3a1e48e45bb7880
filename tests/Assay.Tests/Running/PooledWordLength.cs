using Assay.Scoring;

namespace Assay.Tests.Running;

/// <summary>
/// Characters per word of all answers together, which is no mean of the answers' own; beside it a figure that no rows have and one that is
/// never a number. Counts how often it is asked.
/// </summary>
internal sealed class PooledWordLength : ICorpusScorer
{
    private int _asked;

    public int Asked => _asked;

    public ScorerDescription Description { get; } = new()
    {
        Name = "word_length",
        Summary = "Characters per word.",
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.None,
        Aggregates =
        [
            new("word_length/pooled", AggregateKind.Corpus), new("word_length/nothing", AggregateKind.Corpus),
            new("word_length/undefined", AggregateKind.Corpus), new("word_length/median", AggregateKind.Median),
            new("word_length/min", AggregateKind.Minimum), new("word_length/max", AggregateKind.Maximum),
        ],
        TableColumn = null,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        var words = sample.Output.Text!.Split(' ');
        var characters = words.Sum(word => word.Length);
        return new(new Score((double)characters / words.Length) { Part = (characters, words.Length) });
    }

    public ICorpus Gather(IReadOnlyList<object> parts) => new Words([.. parts.Cast<(int, int)>()]);

    private sealed class Words((int Characters, int Words)[] rows) : ICorpus
    {
        public IReadOnlyList<double?> Compute(ReadOnlySpan<int> chosen)
        {
            double characters = 0, words = 0;
            foreach (var row in chosen)
            {
                characters += rows[row].Characters;
                words += rows[row].Words;
            }

            return [characters / words, null, double.NaN];
        }
    }
}
