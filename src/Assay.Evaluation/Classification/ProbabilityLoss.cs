namespace Assay.Classification;

/// <summary>How far the probabilities of the classes are from the class that the row is of; lower is better. scikit-learn 1.2.1.</summary>
public static class ProbabilityLoss
{
    /// <summary>The distance from 1 to the next number: probabilities are kept this far from 0 and 1.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>
    /// Minus the natural logarithm of the class's share of the probabilities (<c>log_loss</c> of one row): 0 and up; 36.04 at most, for a class
    /// that was given none.
    /// </summary>
    public static double Log(ReadOnlySpan<double> probabilities, int truth)
    {
        double sum = 0;
        foreach (var probability in probabilities) sum += Math.Clamp(probability, Epsilon, 1 - Epsilon);
        return -Math.Log(Math.Clamp(probabilities[truth], Epsilon, 1 - Epsilon) / sum);
    }

    /// <summary>The squared distance of the positive class's probability from 1 or 0 (<c>brier_score_loss</c> of one row): 0 to 1.</summary>
    public static double Brier(double probability, bool isPositive)
    {
        var distance = (isPositive ? 1 : 0) - probability;
        return distance * distance;
    }

    /// <summary>The squared distances of all classes' probabilities from 1 or 0, added up (Brier 1950): 0 to 2.</summary>
    public static double Brier(ReadOnlySpan<double> probabilities, int truth)
    {
        double sum = 0;
        for (var i = 0; i < probabilities.Length; i++) sum += Brier(probabilities[i], i == truth);
        return sum;
    }
}
