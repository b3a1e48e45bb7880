namespace Assay.Classification;

/// <summary>
/// Precision, recall and the F score, equal to scikit-learn 1.2.1's <c>precision_recall_fscore_support</c>. A share of nothing is
/// <c>zeroDivision</c> (0 or 1).
/// </summary>
public static class PrecisionRecall
{
    /// <summary>The figures of one class.</summary>
    public static ClassFigures Of(ClassCounts counts, int of, double beta = 1, double zeroDivision = 0) =>
        Of(counts.Hits[of], counts.Predicted[of], counts.Support[of], beta, zeroDivision);

    /// <summary>The figures of several classes as one.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="classes">The classes to take in; for <see cref="ClassAverage.Binary"/> the positive one alone.</param>
    /// <param name="average">How they become one.</param>
    /// <param name="beta">How much more recall counts than precision.</param>
    /// <param name="zeroDivision">What a share of nothing is.</param>
    public static ClassFigures Average(
        ClassCounts counts, ReadOnlySpan<int> classes, ClassAverage average, double beta = 1, double zeroDivision = 0)
    {
        if (average == ClassAverage.Micro)
        {
            var (hits, predicted, support) = (0L, 0L, 0L);
            foreach (var of in classes)
            {
                hits += counts.Hits[of];
                predicted += counts.Predicted[of];
                support += counts.Support[of];
            }

            return Of(hits, predicted, support, beta, zeroDivision);
        }

        return Mean(counts, classes, average == ClassAverage.Weighted, beta, zeroDivision);
    }

    private static ClassFigures Mean(ClassCounts counts, ReadOnlySpan<int> classes, bool isWeighted, double beta, double zeroDivision)
    {
        var (precision, recall, f, weights, predicted) = (0.0, 0.0, 0.0, 0.0, 0L);
        foreach (var of in classes)
        {
            var figures = Of(counts, of, beta, zeroDivision);
            double weight = isWeighted ? counts.Support[of] : 1;
            precision += figures.Precision * weight;
            recall += figures.Recall * weight;
            f += figures.F * weight;
            weights += weight;
            predicted += counts.Predicted[of];
        }

        // No row is of these classes: recall is a share of nothing, precision too when none was said to be.
        if (isWeighted && weights == 0)
        {
            return predicted == 0 ? new(zeroDivision, zeroDivision, zeroDivision) : new(0, zeroDivision, 0);
        }

        return new(precision / weights, recall / weights, f / weights);
    }

    private static ClassFigures Of(long hits, long predicted, long support, double beta, double zeroDivision)
    {
        var precision = predicted == 0 ? zeroDivision : (double)hits / predicted;
        var recall = support == 0 ? zeroDivision : (double)hits / support;
        var square = beta * beta;
        var divisor = square * precision + recall;
        return new(precision, recall, divisor == 0 ? 0 : (1 + square) * precision * recall / divisor);
    }
}
