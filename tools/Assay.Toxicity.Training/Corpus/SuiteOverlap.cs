namespace Assay.Toxicity.Training.Corpus;

/// <summary>
/// Compares training texts with the test suites: the same words in the same order (such a text is dropped),
/// or nearly all of a case's five-word sequences.
/// </summary>
internal sealed class SuiteOverlap
{
    private const int Words = 5;
    private const double NearShare = 0.8;

    private readonly HashSet<ulong> wholes = [];
    private readonly Dictionary<ulong, List<int>> sequences = [];
    private readonly List<int> sequenceCounts = [];

    public SuiteOverlap(IEnumerable<string> suiteTexts)
    {
        foreach (var text in suiteTexts)
        {
            var words = Normalised(text);
            wholes.Add(Hash(words));
            var of = Sequences(words);
            foreach (var sequence in of)
            {
                (sequences.TryGetValue(sequence, out var list) ? list : sequences[sequence] = []).Add(sequenceCounts.Count);
            }

            sequenceCounts.Add(of.Count);
        }
    }

    public bool IsSame(string text) => wholes.Contains(Hash(Normalised(text)));

    public bool IsNear(string text)
    {
        var hits = new Dictionary<int, int>();
        foreach (var sequence in Sequences(Normalised(text)))
        {
            foreach (var suite in sequences.GetValueOrDefault(sequence, []))
            {
                hits[suite] = hits.GetValueOrDefault(suite) + 1;
            }
        }

        return hits.Any(hit => hit.Value >= 2 && hit.Value >= NearShare * sequenceCounts[hit.Key]);
    }

    private static HashSet<ulong> Sequences(List<string> words)
    {
        var found = new HashSet<ulong>();
        for (var i = 0; i + Words <= words.Count; i++)
        {
            found.Add(Hash(words.Skip(i).Take(Words)));
        }

        return found;
    }

    private static ulong Hash(IEnumerable<string> words) => words.Aggregate(WordHash.Seed, (hash, word) => WordHash.Join(hash, WordHash.Of(word)));

    private static List<string> Normalised(string text)
    {
        var folded = new char[text.Length * 2];
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            length += TextFolding.Fold(text, ref i, folded.AsSpan(length));
        }

        return [.. new string(folded, 0, length).Split(folded.Where(c => !char.IsLetterOrDigit(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)];
    }
}
