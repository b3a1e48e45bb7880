namespace Assay.Classification;

/// <summary>
/// The area under the receiver operating characteristic of more than two classes (scikit-learn 1.2.1's <c>roc_auc_score</c> with
/// <c>multi_class</c>): 0 to 1, higher is better, 0.5 is what chance gives.
/// </summary>
public static class MulticlassRocArea
{
    /// <summary>
    /// The mean over the classes, each against all others; weighted by how often each is the reference, or not. NaN when a class is the
    /// reference of no row, or of all.
    /// </summary>
    /// <param name="scores">The scores of each class.</param>
    /// <param name="truth">The class of each row.</param>
    /// <param name="rows">The rows to take in.</param>
    /// <param name="isWeighted">Whether classes count by their rows.</param>
    public static double OneVersusRest(IReadOnlyList<RankedScores> scores, ReadOnlySpan<int> truth, ReadOnlySpan<int> rows, bool isWeighted)
    {
        double sum = 0, weights = 0;
        for (var i = 0; i < scores.Count; i++)
        {
            var counts = scores[i].Count(rows, truth, i);
            double weight = isWeighted ? counts.Positive : 1;
            sum += counts.RocArea() * weight;
            weights += weight;
        }

        return sum / weights;
    }

    /// <summary>
    /// The mean over all pairs of classes that occur, each told from the other by both their scores (Hand and Till 2001); weighted by the
    /// rows of the pair, or not. NaN when fewer than two occur.
    /// </summary>
    /// <param name="scores">The scores of each class.</param>
    /// <param name="truth">The class of each row.</param>
    /// <param name="rows">The rows to take in.</param>
    /// <param name="isWeighted">Whether pairs count by their rows.</param>
    public static double OneVersusOne(IReadOnlyList<RankedScores> scores, ReadOnlySpan<int> truth, ReadOnlySpan<int> rows, bool isWeighted)
    {
        double sum = 0, weights = 0;
        for (var a = 0; a < scores.Count; a++)
        {
            for (var b = a + 1; b < scores.Count; b++)
            {
                var counts = scores[a].Count(rows, truth, a, b);
                if (counts.Positive == 0 || counts.Negative == 0) continue;
                var area = (counts.RocArea() + scores[b].Count(rows, truth, b, a).RocArea()) / 2;
                double weight = isWeighted ? counts.Positive + counts.Negative : 1;
                sum += area * weight;
                weights += weight;
            }
        }

        return sum / weights;
    }
}
