namespace Assay.Toxicity;

/// <summary>
/// The words seen in the training texts, by hash, with how common they are and in which languages.
/// It says which words need no repair and how a run of letters without spaces falls into words.
/// </summary>
internal sealed class Vocabulary
{
    private readonly uint[] slots;
    private readonly byte[] notes;
    private readonly int mask;

    public Vocabulary(IReadOnlyCollection<VocabularyEntry> entries)
    {
        Entries = entries;
        var size = 1024;
        while (size < entries.Count * 2)
        {
            size <<= 1;
        }

        slots = new uint[size];
        notes = new byte[size];
        mask = size - 1;
        foreach (var entry in entries)
        {
            var slot = (int)(entry.Key & (uint)mask);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = entry.Key;
            notes[slot] = (byte)(entry.Rarity << 4 | entry.Languages);
        }
    }

    /// <summary>The entries in the order of the model file.</summary>
    public IReadOnlyCollection<VocabularyEntry> Entries { get; }

    /// <summary>The key of a word's hash; never 0.</summary>
    public static uint KeyOf(ulong word) => Math.Max(1u, (uint)(word ^ (word >> 32)));

    public bool TryGet(ulong word, out int rarity, out int languages)
    {
        var key = KeyOf(word);
        for (var slot = (int)(key & (uint)mask); ; slot = (slot + 1) & mask)
        {
            if (slots[slot] == key)
            {
                rarity = notes[slot] >> 4;
                languages = notes[slot] & 15;
                return true;
            }

            if (slots[slot] == 0)
            {
                rarity = languages = 0;
                return false;
            }
        }
    }
}
