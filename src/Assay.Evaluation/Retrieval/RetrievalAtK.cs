namespace Assay.Retrieval;

/// <summary>
/// How good the first k documents of a search are, equal to MLflow 3.6.1's <c>precision_at_k</c>, <c>recall_at_k</c> and <c>ndcg_at_k</c>:
/// 0 to 1, higher is better.
/// </summary>
public static class RetrievalAtK
{
    /// <summary>
    /// The share of the first k that are relevant; of fewer when fewer were retrieved, and a document that comes twice counts twice. 0 when
    /// nothing was retrieved.
    /// </summary>
    public static double Precision(IReadOnlyList<string> retrieved, IReadOnlySet<string> relevant, int k)
    {
        var first = First(retrieved, k);
        return first == 0 ? 0 : (double)retrieved.Take(first).Count(relevant.Contains) / first;
    }

    /// <summary>
    /// The share of the relevant documents that are among the first k. When none is relevant: 1 when nothing was retrieved, else 0.
    /// </summary>
    public static double Recall(IReadOnlyList<string> retrieved, IReadOnlySet<string> relevant, int k)
    {
        var first = First(retrieved, k);
        return relevant.Count == 0 ? first == 0 ? 1 : 0
            : (double)retrieved.Take(first).Where(relevant.Contains).Distinct().Count() / relevant.Count;
    }

    /// <summary>
    /// The gain of the first k, discounted by the logarithm of the place, over that of the best order (Järvelin and Kekäläinen 2002), each
    /// document being relevant or not. The best order is cut where the retrieved documents end; a relevant document that comes again counts as
    /// one more relevant document. Both empty 1, one empty 0.
    /// </summary>
    public static double Ndcg(IReadOnlyList<string> retrieved, IReadOnlySet<string> relevant, int k)
    {
        var first = First(retrieved, k);
        if (first == 0 || relevant.Count == 0) return first == 0 && relevant.Count == 0 ? 1 : 0;
        var (gain, hits) = (0.0, 0);
        for (var i = 0; i < first; i++)
        {
            if (!relevant.Contains(retrieved[i])) continue;
            gain += Discount(i);
            hits++;
        }

        var repeated = hits - retrieved.Take(first).Where(relevant.Contains).Distinct().Count();
        var best = 0.0;
        for (var i = 0; i < Math.Min(first, relevant.Count + repeated); i++) best += Discount(i);
        return gain / best;
    }

    private static double Discount(int place) => 1 / Math.Log2(place + 2);

    private static int First(IReadOnlyList<string> retrieved, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return Math.Min(k, retrieved.Count);
    }
}
