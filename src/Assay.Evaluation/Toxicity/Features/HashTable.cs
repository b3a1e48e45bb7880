namespace Assay.Toxicity;

/// <summary>A map from hashes to small values, open addressed, filled once and then only read. The key 0 means absent.</summary>
internal sealed class HashTable
{
    private readonly ulong[] keys;
    private readonly ulong[] values;
    private readonly int mask;

    public HashTable(int expected)
    {
        var size = 16;
        while (size < expected * 2L)
        {
            size <<= 1;
        }

        keys = new ulong[size];
        values = new ulong[size];
        mask = size - 1;
    }

    public bool TryGet(ulong key, out ulong value)
    {
        for (var slot = Slot(key); ; slot = (slot + 1) & mask)
        {
            var found = keys[slot];
            if (found == key)
            {
                value = values[slot];
                return true;
            }

            if (found == 0)
            {
                value = 0;
                return false;
            }
        }
    }

    /// <summary>Adds a key, or sets its value.</summary>
    public void Set(ulong key, ulong value)
    {
        var slot = Slot(key);
        while (keys[slot] != 0 && keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        keys[slot] = key;
        values[slot] = value;
    }

    private int Slot(ulong key) => (int)((key ^ (key >> 32)) * 0x9E3779B1 >> 7) & mask;
}
