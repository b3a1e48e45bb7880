namespace Assay.Reports.Rows;

/// <summary>Which of many places are taken when some are to be taken evenly: always the same ones, the first among them.</summary>
internal static class Spacing
{
    /// <summary>
    /// Whether place <paramref name="index"/> of <paramref name="total"/> is one of <paramref name="taken"/>; exactly that many are.
    /// </summary>
    public static bool Takes(long index, long total, long taken) => taken >= total || (taken > 0 && (Int128)index * taken % total < taken);
}
