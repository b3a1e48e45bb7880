namespace Assay.Storage;

/// <summary>FNV-1a over UTF-16 units: the same in every process and version, so that it may be stored. No defence against anyone.</summary>
internal static class StableHash
{
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * 1099511628211UL);
        }

        return hash;
    }

    /// <summary>The hash folded to 32 bits.</summary>
    public static int Of32(string text)
    {
        var hash = Of(text);
        return unchecked((int)(hash ^ (hash >> 32)));
    }
}
