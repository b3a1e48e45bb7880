namespace Assay.Toxicity.Training.Learning;

/// <summary>Counts the words of the training texts by language and keeps the common ones.</summary>
internal sealed class VocabularyCount
{
    private readonly Dictionary<uint, int[]> counts = [];
    private readonly int[] totals = new int[4];
    private readonly TextWindow window = new();

    public void Add(string text, ToxicityLanguage language)
    {
        var position = 0;
        while (WindowReader.Read(text, ref position, window))
        {
            Tokenizer.Tokenize(window);
            for (var i = 0; i < window.RawCount; i++)
            {
                ref readonly var token = ref window.Raw[i];
                if (token.Plain && token.Length > 0)
                {
                    var key = Vocabulary.KeyOf(WordHash.Of(window.Text(token)));
                    (counts.TryGetValue(key, out var by) ? by : counts[key] = new int[4])[(int)language]++;
                    totals[(int)language]++;
                }
            }
        }
    }

    /// <summary>Words seen at least <paramref name="least"/> times, by key.</summary>
    public IReadOnlyCollection<VocabularyEntry> Keep(int least) =>
        [.. counts.Where(pair => pair.Value.Sum() >= least).OrderBy(pair => pair.Key).Select(pair => Entry(pair.Key, pair.Value))];

    private VocabularyEntry Entry(uint key, int[] by)
    {
        var shares = by.Select((count, language) => totals[language] == 0 ? 0 : (double)count / totals[language]).ToArray();
        var best = shares.Max();
        var languages = shares.Select((share, language) => share > best / 6 ? 1 << language : 0).Sum();
        var rarity = Math.Clamp((int)Math.Round(Math.Log2(1 / best) / 1.5) - 2, 0, 15);
        return new VocabularyEntry(key, (byte)rarity, (byte)languages);
    }
}
